package io.vitrine.trust.attacks;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a text a shell would run: a command behind a sign that ends another, or in a
 * substitution. Words that are English as well need something of a command line beside them.
 */
final class Shell implements Language {

  /** Names that hardly any text has behind such a sign. */
  private static final Set<String> NAMES =
      words(
          "apk apt apt-get arp assoc at attrib awk base64 bash bitsadmin busybox cat cd "
              + "certutil chmod choice chown chroot cmd cmd.exe copy cp crontab cscript csh "
              + "curl cut dash date dd del df diff dig dir dmesg docker du echo ed egrep env "
              + "eval ex exec export expr fc fgrep file find findstr finger fold ftp gawk "
              + "gcc getent git grep gzip halt head history hostname icacls id ifconfig "
              + "ipconfig iptables java journalctl jshell kill killall ksh kubectl last less "
              + "locate logger ls lsof lua mail man mkdir mkfifo mknod more more.com mount "
              + "move msg mshta mv mysql nano nc ncat net netcat netstat nl nmap node nohup "
              + "npm nslookup od openssl passwd paste perl php ping pip pkill poweroff "
              + "powershell printenv printf ps psql pwd pwsh python reboot reg regsvr32 rev "
              + "rm rmdir route rsync ruby rundll32 sc schtasks scp screen sed sendmail "
              + "service set setsid sh shutdown sleep socat sort source split sqlite3 ssh "
              + "start strings stty su sudo svn systemctl systeminfo tac tail tar taskkill "
              + "tasklist tcpdump tee telnet test tftp time timeout tmux touch tput tr "
              + "traceroute tracert type uname uniq unzip useradd usermod ver vi vim vol "
              + "vssadmin w waitfor watch wc wget whereis which who whoami whois wmic "
              + "wscript xargs xxd yum zsh");

  /** Those whose name alone, as the last word, is a command. */
  private static final Set<String> ALONE =
      words(
          "arp bash cmd cmd.exe df dir dmesg env history hostname id ifconfig ipconfig ls "
              + "lsof netstat passwd powershell printenv ps pwd reboot sh systeminfo "
              + "tasklist uname ver vol whoami");

  /** What only an argument of a command looks like. */
  private static final String ARGUMENT =
      "(?:\\s|\\$\\{?ifs\\}?|<|>|,|\\$@|\\+){1,8}(?:aux\\b|[+][rwxs]|[./]\\s|['\"]?[-/]{1,2}[a-z?][\\w-]*(?:\\b|=)|['\"]?(?:[./~\\\\]|[a-z]:)[^\\s]{0,4}[\\w/\\\\.*?]|\\$[\\w({]|%[a-z]+%|https?:|ftp:|[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]|[0-9]+\\s*(?:$|[;&|#'\"`)])|[\\w.-]+\\.(?:txt|php|ini|conf|log|exe|sh|ps1|bat|py|pl|jsp|htaccess|com|net|org|io|local)\\b|localhost|['\"]?[\\w ]{0,40}['\"]?\\s{0,5}(?:[|><;]|&&|\\)|#))";

  private static final Pattern WITH_ARGUMENT = pattern(ARGUMENT);

  private static final Pattern AT_THE_END =
      pattern("\\s{0,5}(?:[;|&#'\"`)]|%00)?[\\s\\\\'\"#;|&]{0,10}$");

  private static final Pattern CLOSED = pattern("\\s{0,5}(?:\\)|`$|`[;|&'\"])");

  private static final String[] FOLDERS = {
    "/bin/", "/usr/bin/", "/sbin/", "/usr/sbin/", "/usr/local/bin/", "bin/", "usr/bin/"
  };

  /** So much of what follows a name is looked at, and so many names. */
  private static final int WINDOW = 160;

  private static final int MOST_TRIED = 30;

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
              "[&|;\\r\\n]\\s{0,10}net1?(?:\\.exe)?\\s{1,5}(?:user|localgroup|group|view|share|use|start|stop|accounts)\\b")
          .add(
              "only-a-command",
              "(?:^|[^\\s])?\\s{0,3}(?:;|\\|{1,2}|&{1,2}|\\n|\\$\\()\\s{0,10}(?:whoami|ifconfig|ipconfig|netstat|nslookup|systeminfo|tasklist|printenv|wget|ncat|netcat|telnet|pwsh|chmod|chown|mkfifo|tcpdump|nmap|tftp|scp|crontab|useradd|usermod|sudo|gawk|egrep|fgrep|xargs|certutil|bitsadmin|wmic|regsvr32|rundll32|mshta|cscript|wscript|icacls|lsof|traceroute|tracert|chroot|killall|pkill|busybox|findstr|socat|sqlite3|kubectl|systemctl|journalctl|nohup|uname)\\b(?:\\s|$|[;&|<>)`'\"#])")
          .add(
              "arithmetic-of-shell",
              "\\$\\(\\(\\s{0,3}[0-9]{1,9}\\s{0,3}[-+*/]\\s{0,3}[0-9]{1,9}\\s{0,3}\\)\\)")
          .add("echo-behind-separator", "[;|&\\n]echo\\s{1,5}[\\w'\"$]")
          .add(
              "command-in-backquotes",
              "`\\s{0,5}(?:/?(?:usr/)?bin/)?(?:whoami|nslookup|wget|curl|chmod|chown|uname|ifconfig|ping|cat|sleep|nc|bash|sh|id|ls|net|dir|type|powershell|python[0-9]?|perl|touch|rm)\\s[^`]{1,200}`")
          .add("path-with-wildcards", "(?:^|[\\s;|&`(])/[\\w?*]{0,8}\\?[\\w?*]{0,8}/[\\w?*]{1,12}")
          .add(
              "command-of-a-command",
              "(?:^|[;|&\\n`(])\\s{0,5}(?:eval|exec|command|sudo|nohup|env|busybox|xargs)\\s{1,5}(?:whoami|id|ls|cat|uname|pwd|ifconfig|sh|bash|ping|sleep|curl|wget|nc)\\b")
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
    List<Evidence> plain = commands(text);
    return plain.isEmpty() ? commands(unquoted(text)) : plain;
  }

  private static Set<String> words(String list) {
    return Set.copyOf(Arrays.asList(list.split(" ", -1)));
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** A name of a command behind each sign that may begin one, with what belongs to a command. */
  private static List<Evidence> commands(String text) {
    int tried = 0;
    for (int i = 0; i < text.length() && tried < MOST_TRIED; i++) {
      int start = behindSeparator(text, i);
      if (start < 0) {
        continue;
      }
      int from = name(text, start);
      int to = end(text, from);
      String name = known(text.substring(from, to));
      if (!NAMES.contains(name)) {
        continue;
      }
      tried++;
      String rule =
          rule(
              name,
              text.substring(to, Math.min(text.length(), to + WINDOW)),
              isSubstitution(text, i));
      if (rule != null) {
        String words = text.substring(i, Math.min(text.length(), to + WINDOW));
        return List.of(new Evidence(AttackClass.COMMAND_INJECTION, rule, words));
      }
    }
    return List.of();
  }

  /** Index behind a sign that ends a command or begins a substitution, or -1. */
  private static int behindSeparator(String text, int at) {
    char sign = text.charAt(at);
    if (";|&\n\r`".indexOf(sign) >= 0) {
      return at + 1;
    }
    boolean substitution = at + 1 < text.length() && text.charAt(at + 1) == '(';
    return substitution && "$<>".indexOf(sign) >= 0 ? at + 2 : -1;
  }

  private static boolean isSubstitution(String text, int at) {
    return text.charAt(at) == '`' || text.charAt(at) == '$';
  }

  /** Where a name begins, behind blanks, a few signs and the folder of programs. */
  private static int name(String text, int start) {
    int at = blanks(text, start, 10);
    for (int signs = 0; signs < 3 && at < text.length() && isOpening(text.charAt(at)); signs++) {
      at = blanks(text, at + 1, 5);
    }
    for (String folder : FOLDERS) {
      if (text.startsWith(folder, at)) {
        return at + folder.length();
      }
    }
    return at;
  }

  private static boolean isOpening(char sign) {
    return "({!'\"\\@^".indexOf(sign) >= 0;
  }

  private static int blanks(String text, int from, int most) {
    int at = from;
    while (at < text.length() && at - from < most && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private static int end(String text, int from) {
    int at = from;
    while (at < text.length() && isOfName(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isOfName(char sign) {
    return Character.isLetterOrDigit(sign) || sign == '.' || sign == '-' || sign == '_';
  }

  /** The name without its version: python3.11 is python. */
  private static String known(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int end = lower.length();
    while (end > 1 && (Character.isDigit(lower.charAt(end - 1)) || lower.charAt(end - 1) == '.')) {
      end--;
    }
    return NAMES.contains(lower) ? lower : lower.substring(0, end);
  }

  private static @Nullable String rule(String name, String rest, boolean substituted) {
    if (ALONE.contains(name) && AT_THE_END.matcher(rest).lookingAt()) {
      return "command-at-the-end";
    }
    if (WITH_ARGUMENT.matcher(rest).lookingAt()) {
      return "command-behind-separator";
    }
    return substituted && CLOSED.matcher(rest).lookingAt() ? "substituted-command" : null;
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
