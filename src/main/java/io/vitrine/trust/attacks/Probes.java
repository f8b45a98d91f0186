package io.vitrine.trust.attacks;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Requests of those who look around: for files that nobody links to, and with tools that say so.
 */
public final class Probes {

  private static final Rules SURE =
      Rules.of(AttackClass.SENSITIVE_FILE_PROBE)
          .add(
              AttackClass.WEB_SHELL,
              "known-web-shell",
              "/(?:c99|r57|wso[0-9]?|b374k|alfa(?:shell)?|shell[0-9]?|webshell|cmd|backdoor|indoxploit|mini|adminer-shell|weevely|china[0-9]?|antsword|up(?:load)?shell)\\.(?:php[0-9]?|phtml|jspx?|aspx?|cgi|pl)(?:$|[?/;])")
          .add(
              AttackClass.WEB_SHELL,
              "program-among-uploads",
              "/(?:uploads?|files?|images?|img|media|tmp|avatars?|wp-content/uploads)/[^?]{0,80}\\.(?:php[0-9]?|phtml|jspx?|aspx?|phar)(?:$|[?/;])")
          .add(
              "hidden-file",
              "(?:^|/)\\.(?:env(?:\\.[a-z]{1,20})?|git(?:/|$|ignore|config|-credentials)|svn/|hg/|bzr/|aws/|ssh/|htpasswd|htaccess|ds_store|npmrc|dockercfg|docker/|kube/|bash_history|mysql_history|idea/|vscode/)")
          .add(
              "copy-of-a-file",
              "/[\\w.-]{1,60}\\.(?:bak|old|orig|save|swp|swo|sql|sqlite3?|dump|tar|tgz|tar\\.gz|7z|rar|mdb|pem|pfx|p12|keystore|jks)(?:$|[?~])|/[\\w.-]{1,60}\\.(?:php|jsp|aspx?|xml|json|ya?ml|conf|ini|js)[~.](?:bak|old|orig|save|swp|txt|[0-9])?$|/(?:backup|dump|db|database|site|www|website|backups?)\\.(?:zip|gz|sql)")
          .add(
              "settings",
              "/(?:wp-config|configuration|config|settings|parameters|database|secrets?|credentials?)\\.(?:php[.~]|inc|ini|ya?ml|bak|properties|toml)|/web\\.config|/web-inf/|/meta-inf/|/application(?:-[a-z]{1,12})?\\.(?:properties|ya?ml)|/appsettings[\\w.]{0,20}\\.json|/docker-compose\\.ya?ml|/\\.?dockerfile|/composer\\.(?:json|lock)$|/id_rsa|/server\\.key")
          .ready();

  private static final Rules WRONG =
      Rules.of(AttackClass.SENSITIVE_FILE_PROBE)
          .add(
              "foreign-program",
              "/(?:wp-login\\.php|wp-admin|wp-includes|wp-content|wordpress|xmlrpc\\.php|phpmyadmin|pma|myadmin|mysqladmin|adminer|joomla|drupal|administrator|typo3|magento_version|downloader|cgi-bin|manager/html|host-manager|jmx-console|web-console|invoker|solr|jenkins|struts|boaform|hnap1|gponform|setup\\.cgi|vendor/phpunit|eval-stdin\\.php|owa/|autodiscover|remote/(?:login|fgt_lang)|\\+cscoe\\+|dana-na|sdk/webLanguage|nmaplowercheck|trace\\.axd|elmah\\.axd|console/login|wls-wsat|_ignition|telescope|horizon)")
          .add(
              "inner-page",
              "/(?:actuator|heapdump|threaddump|server-status|server-info|phpinfo|info\\.php|test\\.php|debug|_profiler|metrics/prometheus|swagger(?:-ui)?(?:\\.json|/|$)|graphiql|console$|admin\\.php|_cat/|_cluster|_nodes|env$|trace$|jolokia)")
          .ready();

  private static final Rules AGENTS =
      Rules.of(AttackClass.SCANNER)
          .add(
              "scanner-agent",
              "sqlmap|nikto|wapiti|nmap|masscan|zgrab|acunetix|netsparker|invicti|nessus|openvas|greenbone|w3af|arachni|skipfish|dirbuster|gobuster|feroxbuster|ffuf|wfuzz|dirb\\b|dirsearch|nuclei|burp|zaproxy|owasp zap|\\bzap/|havij|sqlninja|commix|whatweb|wpscan|joomscan|jaeles|httpx -|project discovery|projectdiscovery|hydra|brutus|medusa/|metasploit|jorgee|morfeus|zmeu|paros|webinspect|qualys|appscan|fimap|xsser|xsstrike|grabber|vega/|libwww-perl|python-urllib/2|muieblackcat|blackwidow|internetmeasurement|censysinspect|expanse|l9explore|leakix|fuzz faster|interactsh|t:ping|dalfox|tplmap|jexboss")
          .ready();

  private static final Rules NAMES =
      Rules.of(AttackClass.MALICIOUS_UPLOAD)
          .add(
              "program-as-file",
              "\\.(?:php[0-9]?|phtml|phar|jspx?|aspx?|ashx|cfm|cgi|pl|py|rb|sh|bat|cmd|ps1|exe|dll|msi|scr|jar|war|htaccess|svg|hta|vbs)(?:$|[.;%\\x00 ])|^\\.(?:htaccess|user\\.ini)$|^web\\.config$")
          .add("name-that-leads-elsewhere", "\\.\\.[/\\\\]|%00|\\x00|^/|^[a-z]:\\\\|[<>|`$;]")
          .ready();

  private static final Rules CONTENTS =
      Rules.of(AttackClass.MALICIOUS_UPLOAD)
          .add(
              AttackClass.WEB_SHELL,
              "program-in-file",
              "<\\?(?:php|=)|<%@?\\s*(?:page|eval|response|request|=)|runtime\\.getruntime|processbuilder|eval\\s?\\(|<script[^>]{0,60}runat")
          .add("machine-code", "^MZ[\\x00-\\xff]{2}|^\\x7fELF|^#!\\s?/|^\\xca\\xfe\\xba\\xbe")
          .add("script-in-file", "<script|<svg[^>]{0,200}on[a-z]{3,20}=|javascript:")
          .ready();

  private static final Rules LEAKS =
      Rules.of(AttackClass.INFORMATION_LEAK)
          .add(
              "error-of-database",
              "you have an error in your sql syntax|unclosed quotation mark after|\\bora-[0-9]{5}\\b|sqlstate\\[|psqlexception|syntax error at or near|ole db provider|sqlite3?::|mysql_fetch_|mongoservererror")
          .add(
              "trace-of-program",
              "traceback \\(most recent call last\\)|\\bat [\\w.$]{3,120}\\(\\w{1,80}\\.(?:java|kt|scala):[0-9]{1,6}\\)|<b>(?:fatal error|warning|parse error)</b>:|\\bsystem\\.\\w{2,60}exception:|goroutine [0-9]{1,9} \\[running\\]|\\.py\", line [0-9]|node_modules/[\\w@./-]{1,120}\\.js:[0-9]")
          .add("listing-of-folder", "<title>index of /|<title>directory listing for /")
          .add(
              "key-or-source",
              "-----begin (?:rsa |ec |dsa |openssh |encrypted )?private key-----|\\bakia[0-9a-z]{16}\\b|<\\?php\\s|root:[x*]:0:0:")
          .ready();

  private static final Pattern COMMAND =
      Pattern.compile(
          "^(?:/\\w+/)*(?:whoami|id|ls|dir|cat|uname|pwd|ifconfig|ipconfig|net|wget|curl|ping|nc|ps|type|powershell|cmd|bash|sh|python[0-9]?|perl|echo|systeminfo|hostname|env|set|ver)(?:$|[ +;|&%<>])",
          Pattern.CASE_INSENSITIVE);

  private Probes() {}

  /**
   * Whether a path is one that nobody links to.
   *
   * @param wrong whether there is nothing at the path, so that the name of a foreign program is no
   *     page of the shop
   */
  public static Optional<Evidence> path(String path, boolean wrong) {
    String plain = Decoding.percent(path);
    List<Evidence> sure = SURE.judge(plain);
    List<Evidence> found = sure.isEmpty() && wrong ? WRONG.judge(plain) : sure;
    return found.stream().findFirst();
  }

  /** Whether a User-Agent is that of a tool that looks for holes. */
  public static Optional<Evidence> agent(String agent) {
    return AGENTS.judge(agent).stream().findFirst();
  }

  /** Whether an uploaded file is a program, by its name or by how it begins. */
  public static Optional<Evidence> file(String name, String beginning) {
    List<Evidence> found = new ArrayList<>(CONTENTS.judge(beginning));
    found.addAll(NAMES.judge(name));
    return found.stream().findFirst();
  }

  /** Whether an answer tells what a shop keeps to itself: errors, traces, folders, keys. */
  public static Optional<Evidence> leak(String answer) {
    return LEAKS.judge(answer).stream().findFirst();
  }

  /** Whether a value begins as a command line does. */
  public static boolean isCommand(String value) {
    String plain = Decoding.percent(value).toLowerCase(Locale.ROOT).strip();
    return COMMAND.matcher(plain).find();
  }
}
