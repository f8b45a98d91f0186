package io.vitrine.trust.attacks;

import java.util.List;

/**
 * What of a text a shell would run: a command behind a sign that ends another, or in a
 * substitution. Words that are English as well need something of a command line beside them.
 */
final class Shell implements Language {

  /** Names that hardly any text has behind such a sign. */
  private static final String SURE =
      "(?:whoami|ifconfig|ipconfig|netstat|uname|nslookup|systeminfo|tasklist|printenv|wget|curl|ncat|netcat|nc|telnet"
          + "|bash|zsh|ksh|csh|dash|sh|powershell|pwsh|cmd|cmd\\.exe|python[0-9.]*|perl|ruby|php|node|lua|gcc|chmod|chown|mkfifo|xxd|base64"
          + "|tcpdump|nmap|ftp|tftp|scp|ssh|rsync|crontab|passwd|useradd|usermod|sudo|su|awk|gawk|sed|egrep|fgrep|grep|xargs|hostname"
          + "|certutil|bitsadmin|wmic|regsvr32|rundll32|mshta|cscript|wscript|vssadmin|schtasks|taskkill|icacls|net1?|reg|sc|getent"
          + "|pwd|ps|ls|dir|id|env|df|du|lsof|mount|dmesg|iptables|arp|dig|traceroute|tracert|ping[46]?|cat|rm|mv|cp|tac|tee|od|nl|strings|chroot|mknod|kill|killall|pkill|reboot|halt|shutdown|poweroff|printf|echo|sleep|timeout|eval|exec|source|export|touch|tar|unzip|gzip|find|head|tail|more|less|sort|uniq|cut|tr|rev|wc|type|copy|del|move|set|ver|vol|who|w|last|history|date|time|test|expr|file|split|paste|fold|man|vi|vim|nano|ed|ex|diff|dd|watch|locate|which|whereis|busybox|start|net|route|finger|rmdir|mkdir|cd|attrib|assoc|findstr|fc|more\\.com|waitfor|choice|msg|whois|openssl|socat|java|jshell|mail|sendmail|mysql|psql|sqlite3|git|svn|docker|kubectl|apt|apt-get|yum|apk|pip|npm|systemctl|service|journalctl|at|nohup|setsid|screen|tmux|stty|tput|logger)";

  /** Those whose name alone, as the last word, is a command. */
  private static final String ALONE =
      "(?:whoami|ifconfig|ipconfig|netstat|uname|systeminfo|tasklist|printenv|hostname|pwd|ls|dir|id|env|ps|df|arp|sh|bash|cmd|powershell|reboot|ver|vol|lsof|dmesg|cmd\\.exe|tasklist|history|passwd|w)";

  /** What only an argument of a command looks like. */
  private static final String ARGUMENT =
      "(?:\\s|\\$\\{?ifs\\}?|<|>|,|\\$@|\\+){1,8}(?:aux\\b|[+][rwxs]|[./]\\s|['\"]?[-/]{1,2}[a-z?][\\w-]*(?:\\b|=)|['\"]?(?:[./~\\\\]|[a-z]:)[^\\s]{0,4}[\\w/\\\\.*?]|\\$[\\w({]|%[a-z]+%|https?:|ftp:|[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]|[0-9]+\\s*(?:$|[;&|#'\"`)])|[\\w.-]+\\.(?:txt|php|ini|conf|log|exe|sh|ps1|bat|py|pl|jsp|htaccess|com|net|org|io|local)\\b|localhost|['\"]?[\\w ]{0,40}['\"]?\\s{0,5}(?:[|><;]|&&|\\)|#))";

  private static final Rules COMMANDS =
      Rules.of(AttackClass.COMMAND_INJECTION)
          .add(
              "command-behind-separator",
              "(?:(?:^|[^\\w])(?:;|\\|{1,2}|&{1,2}|\\n|\\r|\\$\\(|<\\(|>\\()|(?:^|[=;|&\"'(,:])`)\\s{0,10}(?:[({!'\"\\\\@^]\\s{0,5}){0,3}(?:/?(?:usr/)?(?:local/)?s?bin/)?"
                  + SURE
                  + ARGUMENT)
          .add(
              "command-behind-separator",
              "\\w(?:;|\\|{1,2}|&{1,2}|\\n|\\$\\(|`)\\s{0,10}(?:/?(?:usr/)?(?:local/)?s?bin/)?"
                  + SURE
                  + ARGUMENT)
          .add(
              "command-at-the-end",
              "(?:;|\\|{1,2}|&&|\\n|&)\\s{0,10}(?:/?(?:usr/)?s?bin/)?"
                  + ALONE
                  + "\\s{0,5}(?:[;|&#'\"`)]|%00)?[\\s\\\\'\"#;|&]{0,10}$")
          .add(
              "substituted-command",
              "(?:\\$\\(|`)\\s{0,5}(?:/?(?:usr/)?(?:local/)?s?bin/)?"
                  + SURE
                  + "\\s{0,5}(?:\\)|`$|`[;|&'\"])")
          .ready();

  private static final Rules SURELY =
      Rules.of(AttackClass.COMMAND_INJECTION)
          .add("separator-of-shell", "\\$\\{?ifs\\b|\\$\\{ifs|\\$ifs\\$?[0-9]?")
          .add(
              "shell-by-path",
              "(?:^|[^\\w.])/(?:usr/(?:local/)?)?s?bin/(?:ba|z|k|c|da)?sh\\b|/bin/(?:cat|ls|id|nc|ping|sleep|uname|echo|rm|wget|curl|base64|ps|netcat|bash)\\b")
          .add("network-of-shell", "/dev/(?:tcp|udp)/[\\w.$-]{1,80}/[0-9$]")
          .add(
              "windows-shell",
              "\\bcmd(?:\\.exe)?\\s{0,5}/[ck]\\b|powershell(?:\\.exe)?\\s{1,5}-[a-z]|\\bcmd\\.exe\\b")
          .add(
              "windows-accounts",
              "[&|;]\\s{0,10}net1?(?:\\.exe)?\\s{1,5}(?:user|localgroup|group|view|share|use|start|stop|accounts)\\b")
          .add(
              "only-a-command",
              "(?:^|[^\\s])?\\s{0,3}(?:;|\\|{1,2}|&{1,2}|\\n|\\$\\()\\s{0,10}(?:whoami|ifconfig|ipconfig|netstat|nslookup|systeminfo|tasklist|printenv|wget|ncat|netcat|telnet|pwsh|chmod|chown|mkfifo|tcpdump|nmap|tftp|scp|crontab|useradd|usermod|sudo|gawk|egrep|fgrep|xargs|certutil|bitsadmin|wmic|regsvr32|rundll32|mshta|cscript|wscript|icacls|lsof|traceroute|tracert|chroot|killall|pkill|busybox|findstr|socat|sqlite3|kubectl|systemctl|journalctl|nohup|uname)\\b(?:\\s|$|[;&|<>)`'\"#])")
          .add("function-of-shell", "\\(\\)\\s{0,5}\\{\\s{0,5}:?;?\\s{0,5}\\}\\s{0,5};")
          .add("fork-bomb", ":\\(\\)\\s{0,5}\\{\\s{0,5}:\\s{0,5}\\|")
          .add(
              "braces-as-blanks",
              "\\{(?:cat|ls|ping|wget|curl|nc|bash|sh|echo|sleep|id|rm|uname),[^}]{1,100}\\}")
          .add(
              "redirection",
              "(?:[0-9&]|\\s)?>{1,2}\\s{0,5}(?:/(?:tmp|var|etc|dev|home|root|usr)/|[a-z]:\\\\|&[0-9])")
          .add("into-shell", "\\|\\s{0,5}(?:/bin/)?(?:ba|z|k|da)?sh\\b\\s{0,5}(?:$|[-;&|'\"#)])")
          .add(
              "download",
              "\\b(?:wget|curl)\\s{1,5}(?:-[\\w-]+\\s{1,5}){0,4}['\"]?(?:https?|ftp)://")
          .add("encoded-command", "base64\\s{1,5}(?:-d|--decode)\\b")
          .add(
              "reverse-shell",
              "\\b(?:nc|ncat|netcat)\\b(?:\\.\\w+)?\\s{1,5}(?:-\\w+\\s{1,5}){0,4}[\\w.:-]{1,60}\\s{1,5}[0-9]{2,5}\\b|\\bnc\\s{1,5}-[lenvp]{1,5}\\b|bash\\s{1,5}-i\\b")
          .ready();

  @Override
  public List<Evidence> judge(String text) {
    List<Evidence> sure = SURELY.judge(text);
    if (!sure.isEmpty() || !hasSeparator(text)) {
      return sure;
    }
    List<Evidence> plain = COMMANDS.judge(text);
    return plain.isEmpty() ? COMMANDS.judge(unquoted(text)) : plain;
  }

  private static boolean hasSeparator(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (";|&`$\n\r<>".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Without the signs that a shell drops from the middle of a word (w'h'oami, c\at, who^ami). */
  private static String unquoted(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean within = i > 0 && i + 1 < text.length() && isWord(text.charAt(i + 1));
      if (within && "'\"\\^".indexOf(sign) >= 0) {
        continue;
      }
      if (sign == '$' && (text.startsWith("$@", i) || text.startsWith("$*", i))) {
        i++;
        continue;
      }
      boolean pair = (sign == '\'' || sign == '"') && i > 0 && isWord(text.charAt(i - 1));
      if (!pair) {
        plain.append(sign);
      }
    }
    return plain.toString();
  }

  private static boolean isWord(char sign) {
    return Character.isLetterOrDigit(sign) || sign == '\'' || sign == '"' || sign == '/';
  }
}
