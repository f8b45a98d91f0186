package io.vitrine.trust.attacks;

import java.util.List;
import java.util.stream.Stream;

/**
 * What of a text leads out of its folder, to a file that no visitor asks for, or to another
 * server's program.
 */
final class Files implements Language {

  private static final String UP =
      "(?:\\.{2,}[\\x00-\\x1f]{0,3}|\\.[\\x00-\\x20]{1,3}\\.|\\.\\?\\.)[\\\\/;]+";

  private static final Rules RULES =
      Rules.of(AttackClass.PATH_TRAVERSAL)
          .add("folders-up", "(?:" + UP + "){2,}")
          .add(
              "folders-up",
              "(?:^|[\\\\/=:])(?:"
                  + UP
                  + ")(?:etc|windows|winnt|boot\\.ini|proc|var|usr|home|root|web-inf|conf(?:ig)?|\\.ssh|\\.git|\\.env|wp-config|inetpub|passwd|shadow|htpasswd|\\.ht)")
          .add(
              "folders-up",
              "(?:^|[=:/\\\\])\\.\\.[/\\\\][\\w./\\\\-]{0,80}\\.(?:php[0-9]?|txt|ini|conf|cfg|xml|ya?ml|log|jspx?|aspx?|inc|sql|bak|db|sqlite|config|properties|key|pem|pl|py|rb|sh)(?:$|[?#\\x00%])|/\\.\\.;+/")
          .add(
              "folders-up",
              "(?:/|\\\\)\\.\\.(?:[\\\\/;][^\\\\/]*){1,3}(?:/|\\\\)?\\.\\.(?:[\\\\/]|$)")
          .add(
              "folders-up",
              "(?:\\.\\.\\\\|\\\\\\.\\.)[^\\s]*(?:\\.\\.|\\.ini|\\.sys|\\.log|\\.dll|\\.exe|\\.config|\\.txt|system32)")
          .add("folder-up-at-end", "[\\\\/]\\.\\.[\\\\/]?$|^\\.\\.[\\\\/]$|^\\.{3,}[\\\\/]+$")
          .add(
              "file-of-system",
              "(?:^|[^\\w.-])/{1,3}(?:\\./)*etc/(?:\\./|/)*(?:passwd|shadow|group|hosts|issue|motd|fstab|crontab|hostname|resolv\\.conf|ssh/|apache2?/|nginx/|httpd/|mysql/|my\\.cnf|php|sudoers|profile|bashrc|init\\.d|ssl/|security/|master\\.passwd|release|os-release|lsb-release|network/|sysconfig/|pam\\.d|ld\\.so|services|redhat-release|debian_version|vsftpd|proftpd|samba/|exports|inittab|kubernetes/|docker/)")
          .add(
              "file-of-system",
              "^(?:\\.{0,2}/)*etc/(?:\\.?/)*(?:passwd|shadow|group|hosts|issue)\\b")
          .add(
              "file-of-system",
              "[\\\\/.]etc[\\\\/]{1,3}(?:passwd|shadow|group|hosts|issue)\\b|\\\\var/(?:log|www)/")
          .add(
              "file-of-system",
              "(?:^|[^\\w.-])/proc/(?:self|[0-9]+|version|cpuinfo|net|mounts|cmdline|sched_debug|meminfo)")
          .add(
              "file-of-system",
              "(?:^|[^\\w.-])/(?:var/(?:log|www|mail|adm/|apache[0-9]?/|lib/(?:mysql|php|mlocate)|run|spool)|root/\\.|home/[\\w.-]+/\\.|usr/local/(?:apache|etc|nginx|php|lib/php|www|mysql|zeus)|opt/(?:lampp|xampp|apache)|library/webserver|system/library/|volumes/[\\w.-]+/|boot/grub|sys/class|dev/(?:random|u?random|zero|null|mem|fd/))")
          .add(
              "file-of-windows",
              "\\b[a-z]:[\\\\/]+(?:windows|winnt|boot\\.ini|inetpub|program ?files[\\\\/](?:apache|filezilla|mysql|php|xampp|ftp)|documents and settings|xampp|wamp|system32|autoexec\\.bat|pagefile\\.sys|sysprep\\.inf|unattend\\.xml|apache|appserv|php[0-9]?[\\\\/]|users[\\\\/][^\\\\/]{1,60}[\\\\/](?:ntuser|appdata[\\\\/]))|(?:boot|win|system|php|desktop|my)\\.ini(?:$|[\\x00%])|^autoexec\\.bat|%(?:systemroot|windir|systemdrive|programfiles|comspec)%[\\\\/]|system32[\\\\/]|\\\\\\\\[\\w.-]+\\\\[a-z]\\$")
          .add(
              "file-of-program",
              "(?:^|[\\\\/])(?:web-inf|meta-inf)[\\\\/]|(?:^|[\\\\/])\\.(?:git|svn|hg|bzr)(?:[\\\\/]|$)|(?:^|[\\\\/])\\.(?:env|htaccess|htpasswd|bash_history|ssh|aws|npmrc|dockerenv|mysql_history|netrc|pgpass|ds_store)(?:$|[\\\\/.?&])|\\bid_(?:rsa|dsa|ed25519|ecdsa)\\b|wp-config\\.php|tomcat-users\\.xml|(?:^|[\\\\/])web\\.config$")
          .add(
              AttackClass.LOCAL_FILE_INCLUSION,
              "wrapper",
              "(?:^|[=\\s\"'(])(?:php|phar|zip|zlib|bzip2|compress\\.\\w+|glob|expect|data|ogg|rar|ssh2(?:\\.\\w+)?|jar|netdoc|file|local_file|view-source)\\s*:/{1,3}[\\w./\\\\%~:|-]|(?:^|:)file:/{1,3}\\w|^jar:")
          .add(
              AttackClass.LOCAL_FILE_INCLUSION,
              "wrapper",
              "(?:^|[=\\s\"'(])(?:php|phar|expect|data)\\s*:(?://)?(?:filter|input|text/plain|;base64|memory|temp|fd|stdin|id\\b|ls\\b)")
          .add(
              AttackClass.LOCAL_FILE_INCLUSION,
              "cut-short",
              "%00(?:$|\\.(?:jpe?g|png|gif|html?|php|txt|pdf)|/)")
          .add(
              AttackClass.REMOTE_FILE_INCLUSION,
              "program-elsewhere",
              "^\\s*(?:https?|ftps?)://[^\\s]+\\.(?:txt|php[0-9]?|phtml|inc|asp|jsp|cgi|pl|sh|dat)\\?{1,3}[/&]?$")
          .add(
              AttackClass.REMOTE_FILE_INCLUSION,
              "program-elsewhere",
              "^\\s*(?:https?|ftps?)://[^\\s?]+/[^\\s?]*(?:c99|r57|shell|cmd|backdoor|webshell|b374k|wso|evil|inject|hack|rfi|phpinfo)[^\\s?/]*\\.(?:txt|php[0-9]?|inc|jsp|asp|dat|gif|jpg)")
          .add(
              AttackClass.REMOTE_FILE_INCLUSION,
              "program-elsewhere",
              "^\\s*(?:https?|ftps?)://[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?::[0-9]+)?/[^\\s]*\\.(?:txt|php[0-9]?|inc|jsp|asp|sh|pl)\\b")
          .add(
              AttackClass.REMOTE_FILE_INCLUSION,
              "included-address",
              "\\b(?:include|require)(?:_once)?\\s*\\(?\\s*[\"']?\\s*(?:https?|ftps?|php|file|data):")
          .add(
              AttackClass.REMOTE_FILE_INCLUSION,
              "share-elsewhere",
              "^\\\\\\\\[\\w.-]{3,80}\\\\[\\w$.-]{1,60}")
          .ready();

  @Override
  public List<Evidence> judge(String text, Effort effort) {
    List<Evidence> found = RULES.judge(text, effort);
    if (found.stream().anyMatch(one -> one.kind() == AttackClass.PATH_TRAVERSAL)) {
      return found;
    }
    effort.spend(text.length());
    return Stream.concat(found.stream(), Climbing.in(text).stream()).toList();
  }
}
