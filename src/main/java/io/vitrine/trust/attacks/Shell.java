package io.vitrine.trust.attacks;

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
          "alias apk apt apt-get arp assoc at attrib awk base64 bash bitsadmin busybox cacls calc cat cd "
              + "certutil chmod choice chown chroot cmd cmd.exe copy cp crontab cscript csh "
              + "curl cut dash date dd declare del df diff dig dir dmesg docker du echo ed egrep env "
              + "eval ex exec exit explorer export expr fc fgrep file find findstr finger fold fsutil ftp gawk "
              + "gcc gem getent git grep gzip halt head history hostname icacls id ifconfig "
              + "ipconfig iptables java journalctl jq jshell kill killall ksh kubectl last less "
              + "locate logger lp ls lsb_release lsof lua mail man md mkdir mkfifo mknod more more.com mount "
              + "move msg mshta msiexec mv mysql nano nc ncat net netcat netstat nl nmap node nohup "
              + "notepad npm nslookup od openssl passwd paste perl php ping pip pkill poweroff "
              + "powershell printenv printf ps psql pwd pwsh python reboot reg regsvr32 rev "
              + "rm rmdir read route rsync ruby rundll32 sc schtasks scp screen sed sendmail "
              + "service set setsid sh shutdown sleep socat sort source split sqlite3 ssh "
              + "start strings stty su sudo svn systemctl systeminfo tac tail tar taskkill "
              + "tasklist tcpdump tee telnet test tftp time timeout tmux touch tput tr tree "
              + "traceroute tracert type ulimit unalias uname uniq unset unzip uptime useradd usermod ver vi vim vol "
              + "vssadmin w waitfor watch wc wget whereis which who whoami whois wmic "
              + "wscript xargs xterm xxd yum zsh");

  /** Those that are words or brands as well: they want more than a plain word behind them. */
  private static final Set<String> SPOKEN =
      words(
          "alias at calc cat chmod copy curl cut date declare del dig dir echo ex exec exit "
              + "explorer export fc file find finger fold format gem git halt head history "
              + "java kill last less locate logger lp mail man more mount move net node "
              + "notepad paste perl php ping pip python read reg rev route ruby sc screen "
              + "sed service set sleep sort source split start su tail tar tee test time "
              + "timeout touch tree type vol w watch which who id ls ps env md ed od nl");

  /** Those whose name alone is a command where the sign before it leaves no doubt. */
  private static final Set<String> TERSE =
      words(
          "alias attrib calc date explorer finger history last notepad tree vol w who set "
              + "env id ls ps pwd uptime exit more sort");

  /** Those whose name alone, as the last word, is a command. */
  private static final Set<String> ALONE =
      words(
          "arp attrib bash calc cmd df dir dmesg env explorer finger history hostname id "
              + "ifconfig ipconfig ls lsb_release lsof netstat notepad passwd powershell "
              + "printenv ps pwd reboot sh systeminfo tasklist uname uptime ver whoami");

  /** What only an argument of a command looks like. */
  private static final String ARGUMENT =
      "(?:\\s|\\$\\{?ifs\\}?|<|>|,|\\$@|\\+){1,8}(?:aux\\b|[+][rwxs]|-[0-9]{1,4}\\b|-[a-z]{1,3}\\s+[\\w\"']|[a-z]{1,4}=[/0-9\"'$]|[\\w@:.-]{1,40}\\s*<\\s*/|[^;|&\\n]*\\s[<>]?\\s?/(?:etc|var|tmp|dev|proc|usr|home|root|bin)(?:/|$|\\s)|[./]\\s|['\"]?[-/]{1,2}[a-z?][\\w-]*(?:\\b|=)|['\"]?(?:[./~\\\\]|[a-z]:)[^\\s]{0,4}[\\w/\\\\.*?]|\\$[\\w({]|%[a-z]+%|https?:|ftp:|[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]|[0-9]+\\s*(?:$|[;&|#'\"`)])|[\\w.-]+\\.(?:txt|php|ini|conf|log|exe|sh|ps1|bat|py|pl|jsp|htaccess|com|net|org|io|local)\\b|localhost)";

  /** Any words, up to what ends a command: enough behind a name that nobody speaks. */
  private static final Scan WITH_WORDS =
      ahead(
          "(?:\\s|\\$\\{?ifs\\}?|<|>|,|\\$@|\\+){1,8}['\"]?[\\w .:-]{0,40}['\"]?\\s*(?:[|><;&]|\\)|#|$)");

  /** Two words that belong together on a command line and nowhere else. */
  private static final Scan SUBCOMMAND =
      Scan.of(
          "^(?:git\\s+(?:clone|pull|push|log|status|config|checkout|init)|net1?\\s+(?:user|view|group|localgroup|share|use|accounts)|reg\\s+(?:query|add|delete|save|export)|sc\\s+(?:query|start|stop|create|config)|route\\s+(?:print|add|-n)|(?:apt|apt-get|yum|dnf|npm|pip|gem|brew|cargo)\\s+(?:-\\w+\\s+)?(?:install|update|list)|docker\\s+(?:run|ps|exec|images)|kubectl\\s+(?:get|exec|run)|openssl\\s+(?:s_client|enc|req)|tar\\s+-?[cxt]\\w{0,4}\\s|kill\\s+-?[0-9]|su\\s+(?:-|root\\b)|export\\s+\\w+=|unset\\s+\\w+$|ulimit\\s+-|expr\\s+[0-9]|expr\\s+length|printf\\s+[\\w'\"%\\\\]|getent\\s+\\w|awk\\s+['\"{]|ssh\\s+\\S+@|scp\\s+\\S+\\s|which\\s+(?:wget|curl|nc|bash|python[0-9]?|perl|php|gcc|sh)\\b|(?:env|set|ps|id|ls|history)\\s*\\|\\s*\\w|exec\\s+(?:id|ls|sh|bash)|exit\\s+[0-9]|del\\s+\\S+$|copy\\s+\\S+\\s+\\S+$|md\\s+\\S+$|vol\\s+[a-z]:|read\\s+\\w{1,3}(?:$|\\s*[;|&])|sleep\\s*[0-9])");

  /** Something that names itself, so that what follows it is a command: 127.0.0.1, x.jpg, a). */
  private static final Scan ONE_WORD = Scan.of("^[\\w.@/:'\"()*%-]{0,60}[\"']?\\s*$");

  private static final Scan WITH_ARGUMENT = ahead(ARGUMENT);

  private static final Scan AT_THE_END = ahead("\\s*(?:[;|&#'\"`)]|%00)?[\\s\\\\'\"#;|&]{0,10}$");

  private static final Scan CLOSED = ahead("\\s*(?:\\)|`$|`[;|&'\"])");

  private static final String[] FOLDERS = {
    "/bin/", "/usr/bin/", "/sbin/", "/usr/sbin/", "/usr/local/bin/", "bin/", "usr/bin/"
  };

  /** So much of what follows a name is looked at, and of what stands before it. */
  private static final int WINDOW = 160;

  /** How many scans look at it at most. */
  private static final int TRIED = 6;

  private static final Rules SURELY =
      Rules.of(AttackClass.COMMAND_INJECTION)
          .add("separator-of-shell", "\\$\\{?ifs\\b|\\$\\{ifs|\\$ifs\\$?[0-9]?")
          .add(
              "shell-by-path",
              "(?:^|[^\\w.])/(?:usr/(?:local/)?)?s?bin/(?:ba|z|k|c|da)?sh\\b|/bin/(?:cat|ls|id|nc|ping|sleep|uname|echo|rm|wget|curl|base64|ps|netcat|bash)\\b")
          .add("network-of-shell", "/dev/(?:tcp|udp)/[\\w.$-]{1,80}/[0-9$]")
          .add(
              "windows-shell",
              "\\bcmd(?:\\.exe)?\\s*/[ck]\\b|powershell(?:\\.exe)?\\s+-[a-z]|\\bcmd\\.exe\\b")
          .add(
              "windows-accounts",
              "[&|;\\r\\n]\\s*net1?(?:\\.exe)?\\s+(?:user|localgroup|group|view|share|use|start|stop|accounts)\\b")
          .add(
              "only-a-command",
              "(?:^|[^\\s])?\\s*(?:;|\\|{1,2}|&{1,2}|\\n|\\$\\()\\s*(?:whoami|ifconfig|ipconfig|netstat|nslookup|systeminfo|tasklist|printenv|wget|ncat|netcat|telnet|pwsh|chmod|chown|mkfifo|tcpdump|nmap|tftp|scp|crontab|useradd|usermod|sudo|gawk|egrep|fgrep|xargs|certutil|bitsadmin|wmic|regsvr32|rundll32|mshta|cscript|wscript|icacls|lsof|traceroute|tracert|chroot|killall|pkill|busybox|findstr|socat|sqlite3|kubectl|systemctl|journalctl|nohup|uname)\\b(?:\\s|$|[;&|<>)`'\"#])")
          .add("arithmetic-of-shell", "\\$\\(\\(\\s*[0-9]{1,9}\\s*[-+*/]\\s*[0-9]{1,9}\\s*\\)\\)")
          .add("echo-behind-separator", "[;|&\\n]echo\\s+[\\w'\"$]")
          .add(
              "command-in-backquotes",
              "(?:^\\S{0,60}\\s*|[^\\s`])`\\s*(?:/?(?:usr/)?bin/)?(?:whoami|nslookup|wget|curl|chmod|chown|uname|ifconfig|ping|cat|sleep|nc|bash|sh|id|ls|net|dir|type|powershell|python[0-9]?|perl|touch|rm)\\s[^`]+`(?:$|\\S|\\s+[;|&#])")
          .add("path-with-wildcards", "(?:^|[\\s;|&`(])/[\\w?*]{0,8}\\?[\\w?*]{0,8}/[\\w?*]{1,12}")
          .add(
              "command-of-a-command",
              "(?:^|[;|&\\n`(])\\s*(?:eval|exec|command|sudo|nohup|env|busybox|xargs)\\s+(?:whoami|id|ls|cat|uname|pwd|ifconfig|sh|bash|ping|sleep|curl|wget|nc)\\b")
          .add("function-of-shell", "\\(\\)\\s*\\{\\s*:?;?\\s*\\}\\s*;")
          .add("fork-bomb", ":\\(\\)\\s*\\{\\s*:\\s*\\|")
          .add(
              "braces-as-blanks",
              "\\{(?:cat|ls|ping|wget|curl|nc|bash|sh|echo|sleep|id|rm|uname),[^}]*\\}")
          .add(
              "redirection",
              "(?:[0-9&]|\\s)?>{1,2}\\s*(?:/(?:tmp|var|etc|dev|home|root|usr)/|[a-z]:\\\\|&[0-9])")
          .add("into-shell", "\\|\\s*(?:/bin/)?(?:ba|z|k|da)?sh\\b\\s*(?:$|[-;&|'\"#)])")
          .add("download", "\\b(?:wget|curl)\\s+(?:-[\\w-]+\\s+){0,4}['\"]?(?:https?|ftp)://")
          .add(
              "loop-of-shell",
              "[;|&\\n`(]\\s*(?:for\\s+\\w{1,20}\\s+in\\s+[$`\"'{0-9*/(]|for\\s+/f\\b|if\\s+\\[|while\\s+(?::|\\[|true|read)|until\\s+\\[|case\\s+[$\"'])")
          .add(
              "command-of-powershell",
              "[;|&\\n`({]\\s*(?:get|set|invoke|start|stop|new|remove|out|write|add|test|import|copy|move|select|where|foreach)-(?:childitem|content|process|service|expression|webrequest|restmethod|command|sleep|object|item(?:property)?|file|host|location|wmiobject|ciminstance|job|credential|computerinfo|variable|date|alias|help)\\b|\\binvoke-(?:expression|webrequest|restmethod|command)\\b|\\biex\\s*\\(|new-object\\s+(?:net|system)\\.|\\.downloadstring\\s*\\(")
          .add(
              "cut-of-variable",
              "%[a-z_]{2,30}:~-?[0-9]|\\$\\{\\w{2,20}:[0-9]{1,2}(?::[0-9]{1,2})?\\}|\\$'(?:\\\\x?[0-9a-f]{2,3}){1,}|(?:\\$0|\\bba?sh)\\s*<<<|[;|&]\\s*(?:\\$\\w{1,8}){2,}(?:$|[\\s;|&])")
          .add(
              "empty-pieces",
              "/bin\\$\\w{1,8}/|\\$\\w{1,8}/(?:bin|etc)\\b|\\w\\$\\(\\)\\w|(?:\\w`\\w`){2}|%(?:csidl|comspec|systemroot)%")
          .add(
              "whole-command",
              "^\\s*(?:ls|uname|ps|netstat|rm|chmod|ping|nc|wget|curl|ifconfig|whoami)\\s+-[a-z]{1,5}\\b")
          .add("encoded-command", "base64\\s+(?:-d|--decode)\\b")
          .add(
              "reverse-shell",
              "\\b(?:nc|ncat|netcat)\\b(?:\\.\\w+)?\\s+(?:-\\w+\\s+){0,4}[\\w.:-]{1,60}\\s+[0-9]{2,5}\\b|\\bnc\\s+-[lenvp]{1,5}\\b|bash\\s+-i\\b")
          .ready();

  @Override
  public List<Evidence> judge(String text, Effort effort) {
    List<Evidence> sure = SURELY.judge(text, effort);
    if (!sure.isEmpty() || !hasSeparator(text)) {
      return sure;
    }
    List<Evidence> plain = commands(text, effort);
    if (!plain.isEmpty()) {
      return plain;
    }
    String bare = unquoted(text);
    return bare.equals(text) ? plain : commands(bare, effort);
  }

  private static Set<String> words(String list) {
    return Set.copyOf(Arrays.asList(list.split(" ", -1)));
  }

  /** A pattern that has to stand at the beginning of what is looked at. */
  private static Scan ahead(String pattern) {
    return Scan.of("^(?:" + pattern + ")");
  }

  /** A name of a command behind each sign that may begin one, with what belongs to a command. */
  private static List<Evidence> commands(String text, Effort effort) {
    effort.spend(text.length());
    for (int i = 0; i < text.length(); i++) {
      int start = behindSeparator(text, i);
      if (start < 0 || isCode(text, i)) {
        continue;
      }
      int from = name(text, start);
      int to = end(text, from);
      String name = known(text.substring(from, to));
      if (!NAMES.contains(name)) {
        continue;
      }
      effort.spend(TRIED * WINDOW);
      String rule =
          rule(
              name,
              text.substring(to, Math.min(text.length(), to + WINDOW)),
              new Where(
                  isSubstitution(text, i),
                  isSure(text, i),
                  i <= WINDOW && isBehindOneWord(text, i)));
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

  /** A backquote that opens code within a sentence: use `git status` to see it. */
  private static boolean isCode(String text, int at) {
    int end = text.charAt(at) == '`' && at > 0 ? text.indexOf('`', at + 1) : -1;
    return end > 0
        && end + 2 < text.length()
        && text.charAt(at - 1) == ' '
        && text.charAt(end + 1) == ' '
        && Character.isLetter(text.charAt(end + 2));
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
    if (NAMES.contains(lower)) {
      return lower;
    }
    return lower.endsWith(".exe")
        ? lower.substring(0, lower.length() - ".exe".length())
        : lower.substring(0, end);
  }

  /**
   * How a command begins.
   *
   * @param substituted whether its output is asked for, as in backquotes
   * @param sure whether nobody writes the sign before it, as it stands there, in a sentence
   * @param behindOneWord whether one word or nothing stands before it
   */
  private record Where(boolean substituted, boolean sure, boolean behindOneWord) {}

  private static @Nullable String rule(String name, String rest, Where where) {
    boolean ends = AT_THE_END.finds(rest);
    boolean clear = where.sure() && where.behindOneWord();
    if (ends && (ALONE.contains(name) || (clear && TERSE.contains(name)))) {
      return "command-at-the-end";
    }
    if (WITH_ARGUMENT.finds(rest) || SUBCOMMAND.finds(name + rest)) {
      return "command-behind-separator";
    }
    boolean plain = !SPOKEN.contains(name) || clear;
    if (plain && where.behindOneWord() && WITH_WORDS.finds(rest)) {
      return "command-behind-separator";
    }
    boolean substituted = where.substituted() && where.behindOneWord();
    return substituted && (ends || CLOSED.finds(rest) || rest.contains("`"))
        ? "substituted-command"
        : null;
  }

  /** Two signs, a line end, a substitution, or one sign without a blank on either side. */
  private static boolean isSure(String text, int at) {
    char sign = text.charAt(at);
    boolean twice = at > 0 && text.charAt(at - 1) == sign && "|&".indexOf(sign) >= 0;
    boolean tight =
        ";|&".indexOf(sign) >= 0
            && at + 1 < text.length()
            && text.charAt(at + 1) > ' '
            && (at == 0 || text.charAt(at - 1) > ' ')
            && (at == 0 || !Character.isLetter(text.charAt(at - 1)));
    return twice || tight || "\n\r`$".indexOf(sign) >= 0;
  }

  private static boolean isBehindOneWord(String text, int at) {
    int end = at;
    while (end > 0 && ";|&".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return ONE_WORD.finds(text.substring(0, end));
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
