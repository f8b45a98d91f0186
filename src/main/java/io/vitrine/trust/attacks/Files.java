package io.vitrine.trust.attacks;

import java.util.List;

/**
 * What of a text leads out of its folder, to a file that no visitor asks for, or to another
 * server's program.
 */
final class Files implements Language {

  private static final String UP = "(?:\\.{2,}|\\.[\\x00-\\x20]{1,3}\\.|\\.\\?\\.)[\\\\/;]+";

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
              "(?:/|\\\\)\\.\\.(?:[\\\\/;][^\\\\/]{0,60}){1,3}(?:/|\\\\)?\\.\\.(?:[\\\\/]|$)")
          .add(
              "folders-up",
              "(?:\\.\\.\\\\|\\\\\\.\\.)[^\\s]{0,60}(?:\\.\\.|\\.ini|\\.sys|\\.log|\\.dll|\\.exe|\\.config|\\.txt|system32)")
          .add("folder-up-at-end", "[\\\\/]\\.\\.[\\\\/]?$|^\\.\\.[\\\\/]$|^\\.\\.$")
          .add(
              "file-of-system",
              "(?:^|[^\\w.-])/{1,3}(?:\\./)*etc/(?:\\./|/)*(?:passwd|shadow|group|hosts|issue|motd|fstab|crontab|hostname|resolv\\.conf|ssh/|apache2?/|nginx/|httpd/|mysql/|my\\.cnf|php|sudoers|profile|bashrc|init\\.d|ssl/|security/|master\\.passwd|release|os-release|network/|sysconfig/|pam\\.d|ld\\.so|services|redhat-release|debian_version|vsftpd|proftpd|samba/|exports|inittab)")
          .add(
              "file-of-system",
              "(?:^|[^\\w.-])/proc/(?:self|[0-9]+|version|cpuinfo|net|mounts|cmdline|sched_debug|meminfo)")
          .add(
              "file-of-system",
              "(?:^|[^\\w.-])/(?:var/(?:log|www|mail|lib/(?:mysql|php)|run|spool)|root/\\.|home/[\\w.-]+/\\.|usr/local/(?:apache|etc|nginx)|opt/lampp|boot/grub|sys/class|dev/(?:random|zero|null|mem))")
          .add(
              "file-of-windows",
              "\\b[a-z]:[\\\\/]+(?:windows|winnt|boot\\.ini|inetpub|program files[\\\\/]|documents and settings|xampp|wamp|system32|autoexec\\.bat|pagefile\\.sys)|(?:boot|win|system|php|desktop|my)\\.ini$|system32[\\\\/]|\\\\\\\\[\\w.-]+\\\\[a-z]\\$")
          .add(
              "file-of-program",
              "(?:^|[\\\\/])(?:web-inf|meta-inf)[\\\\/]|(?:^|[\\\\/])\\.(?:git|svn|hg|bzr)(?:[\\\\/]|$)|(?:^|[\\\\/])\\.(?:env|htaccess|htpasswd|bash_history|ssh|aws|npmrc|dockerenv|mysql_history|netrc|pgpass|ds_store)(?:$|[\\\\/.?&])|\\bid_(?:rsa|dsa|ed25519|ecdsa)\\b|wp-config\\.php|(?:^|[\\\\/])web\\.config$")
          .add(
              AttackClass.LOCAL_FILE_INCLUSION,
              "wrapper",
              "(?:^|[=\\s\"'(])(?:php|phar|zip|zlib|compress\\.\\w+|glob|expect|ogg|rar|ssh2(?:\\.\\w+)?|jar|netdoc|file|local_file|view-source)\\s{0,3}:/{1,3}[\\w./\\\\%~:|-]")
          .add(
              AttackClass.LOCAL_FILE_INCLUSION,
              "wrapper",
              "(?:^|[=\\s\"'(])(?:php|phar|expect|data)\\s{0,3}:(?://)?(?:filter|input|text/plain|;base64|memory|temp|fd|stdin|id\\b|ls\\b)")
          .add(
              AttackClass.LOCAL_FILE_INCLUSION,
              "cut-short",
              "%00(?:$|\\.(?:jpe?g|png|gif|html?|php|txt|pdf)|/)")
          .add(
              AttackClass.REMOTE_FILE_INCLUSION,
              "program-elsewhere",
              "^\\s{0,5}(?:https?|ftps?)://[^\\s]{1,200}(?:\\.(?:txt|php[0-9]?|phtml|inc|asp|jsp|cgi|pl|sh|dat|gif|jpe?g))?\\?{1,3}$")
          .add(
              AttackClass.REMOTE_FILE_INCLUSION,
              "program-elsewhere",
              "^\\s{0,5}(?:https?|ftps?)://[^\\s?]{1,200}/[^\\s?]{0,60}(?:c99|r57|shell|cmd|backdoor|webshell|b374k|wso|evil|inject|hack|rfi|phpinfo)[^\\s?/]{0,20}\\.(?:txt|php[0-9]?|inc|jsp|asp|dat|gif|jpg)")
          .add(
              AttackClass.REMOTE_FILE_INCLUSION,
              "program-elsewhere",
              "^\\s{0,5}(?:https?|ftps?)://[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?::[0-9]+)?/[^\\s]{0,200}\\.(?:txt|php[0-9]?|inc|jsp|asp|sh|pl)\\b")
          .add(
              AttackClass.REMOTE_FILE_INCLUSION,
              "share-elsewhere",
              "^\\\\\\\\[\\w.-]{3,80}\\\\[\\w$.-]{1,60}")
          .ready();

  @Override
  public List<Evidence> judge(String text) {
    return RULES.judge(text);
  }
}
