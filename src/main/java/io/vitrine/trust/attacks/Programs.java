package io.vitrine.trust.attacks;

import java.util.List;

/** What of a text a template engine, an interpreter, a document store or a parser would run. */
final class Programs implements Language {

  private static final String INTERNAL =
      "(?:localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|127\\.1|0\\.0\\.0\\.0|0|2130706433|0x7f[0-9a-f.]{1,10}|0177\\.[0-9.]{1,9}|017700000001"
          + "|169\\.254\\.[0-9]{1,3}\\.[0-9]{1,3}|2852039166|0xa9fea9fe|metadata(?:\\.google(?:\\.internal)?)?|instance-data|100\\.100\\.100\\.200"
          + "|10\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|192\\.168\\.[0-9]{1,3}\\.[0-9]{1,3}|172\\.(?:1[6-9]|2[0-9]|3[01])\\.[0-9]{1,3}\\.[0-9]{1,3}"
          + "|\\[(?:::1|::|0:0:0:0:0:0:0:1|::ffff:[0-9a-f.:]{3,15}|fd00:ec2::254|fe80:[0-9a-f:]{1,30})\\]|[\\w.-]{1,60}\\.(?:nip|xip|sslip)\\.io|localtest\\.me|kubernetes\\.default(?:\\.svc(?:\\.cluster\\.local)?)?)";

  private static final Rules RULES =
      Rules.of(AttackClass.TEMPLATE_INJECTION)
          .add(
              AttackClass.NAME_LOOKUP,
              "name-lookup",
              "\\$\\{\\s*(?:jndi|\\$\\{[^}]*\\})[^}]*:|\\$\\{(?:lower|upper|env|sys|date|ctx|main|::-[a-z]?)[^}]*\\}?.{0,40}(?:jndi|ldap|rmi|dns|\\$\\{)|\\bjndi\\s*:\\s*(?:ldaps?|rmi|dns|iiop|nis|corba|http)")
          .add(
              "arithmetic",
              "(?:\\{\\{|\\$\\{|#\\{|\\*\\{|@\\{|~\\{|\\{%|<%=?|\\[\\[\\$?\\{?|\\{)\\s*[\"']?[0-9]{1,9}[\"']?\\s*[*+/^-]\\s*[\"']?[0-9]{1,9}[\"']?\\s*(?:\\}\\}|\\}|%\\}|%>|\\)\\)|\\])")
          .add(
              "arithmetic",
              "<%=?\\s*[0-9]{1,9}\\s*[*+/-]\\s*[0-9]{1,9}\\s*%>|#set\\s*\\(\\s*\\$|<#assign|<#list|\\{\\$smarty\\.|\\{\\{\\s*\\[\\]\\s*\\.|@\\(\\s*[0-9]{1,9}\\s*[-+*/]\\s*[0-9]{1,9}\\s*\\)|\\{php\\}|\\{literal\\}|\\{if\\s[^}]+\\(")
          .add(
              "object-of-engine",
              "(?:\\{\\{|\\{%|\\$\\{|#\\{|\\*\\{|@\\{)[^}]*(?:__\\w{3,20}__|\\bconfig\\b|self\\.|request\\.|session\\.|application\\.|settings\\.|mro\\b|subclasses|globals|builtins|popen|constructor|getclass|forname|runtime|processbuilder|\\bt\\(|new\\s+java|java\\.|javax\\.|system\\(|exec\\(|import\\b|file\\.|dir\\(|lipsum|cycler|joiner|url_for|get_flashed|range\\(|\\bpugjs|process\\.|global\\.|require\\(|_self|dump\\(|filter\\(|\\|\\s*(?:attr|map|filter|sort|join|safe|format)\\b|array_map|phpinfo|file_get_contents|scopes|#context|#request|#_memberaccess|ognl|@java)")
          .add(
              "engine-block",
              "\\{%\\s*(?:for|if|set|include|import|extends|debug|raw|macro|block)\\s[^%]+%\\}")
          .add(
              "ognl",
              "[%$]\\{\\s*(?:\\(?#|@java|new\\s)|#_?memberaccess|@java\\.lang\\.|class\\.module\\.classloader|class\\.classloader")
          .add(
              "server-side-include",
              "<!--\\s*#\\s*(?:exec|include|echo|printenv|config|set)\\b|<esi:(?:include|inline|debug)")
          .add(
              AttackClass.NOSQL_INJECTION,
              "operator",
              "(?:\\[|[\"'{,]\\s*)\\$(?:ne|gt|gte|lt|lte|eq|in|nin|regex|where|exists|or|and|nor|not|expr|type|mod|all|size|elemmatch|comment|func|jsonschema|function|accumulator|lookup)\\b[\"']?\\s*(?:\\]|:)")
          .add(
              AttackClass.NOSQL_INJECTION,
              "operator",
              "^\\$(?:ne|gt|gte|lt|lte|where|regex|nin|exists)$|\\$where\\s*[:=]")
          .add(
              AttackClass.NOSQL_INJECTION,
              "script-of-store",
              "[\"']\\s*(?:;|\\|\\||&&|\\})\\s*(?:return\\b|this\\.|sleep\\(|while\\s*\\(|db\\.|var\\s|it=|(?:new\\s)?date\\()|\\bthis\\.\\w{1,40}\\s*(?:==|!=|\\.match|\\.length)|\\bdb\\.\\w{1,40}\\.(?:find|insert|update|drop|remove|aggregate|count|mapreduce)\\w{0,20}\\(|\\bmapreduce\\b.{0,40}function")
          .add(
              AttackClass.NOSQL_INJECTION,
              "always-true",
              "[\"']\\s*\\|\\|\\s*(?:[\"']?\\w{0,10}[\"']?\\s*={2,3}\\s*[\"']?\\w{0,10}|true\\b|1\\b)")
          .add(
              AttackClass.PROTOTYPE_POLLUTION,
              "prototype",
              "[\"']constructor[\"']\\s*:\\s*\\{\\s*[\"']prototype|__proto__|constructor\\s*(?:\\[|\\.|%5b)\\s*[\"']?prototype|prototype\\s*\\[|__(?:define|lookup)[gs]etter__")
          .add(
              AttackClass.XML_EXTERNAL_ENTITY,
              "entity",
              "<!\\s*(?:entity|doctype\\s[^>]*(?:\\[|system|public))|<!element\\b|<xi:include|<\\?xml[^>]*\\?>.{0,200}<!")
          .add(
              AttackClass.LDAP_INJECTION,
              "filter",
              "\\)\\s*\\(\\s*[|&!]|\\*\\s*\\)\\s*(?:\\(|\\)|%00|&|\\|)|\\(\\s*[|&]\\s*\\(\\s*[\\w-]{1,40}\\s*[~<>]?=|\\)\\s*\\(\\s*(?:uid|cn|sn|mail|objectclass|userpassword|samaccountname|member(?:of)?|ou|dc|givenname|password|department|description|user(?:name)?|homedirectory)\\s*[~<>]?=|^\\*\\)|\\(\\s*objectclass\\s*=")
          .add(
              AttackClass.XPATH_INJECTION,
              "axis",
              "(?:ancestor|attribute|child|descendant|following|namespace|parent|preceding|self)(?:-or-self|-sibling)?::(?:\\*|node|text|\\w)|[\"'\\]\\)]\\s*(?:\\]|\\))?\\s*\\|\\s*/{1,2}[*\\w]|\\bcount\\s*\\(\\s*/{1,2}|(?:string-length|substring|name|local-name|starts-with|contains|normalize-space)\\s*\\(\\s*(?:/{1,2}|\\.{1,2}\\s*[,)/]|text\\(|name\\(|parent|child|current|@)|/{1,2}\\*\\s*\\[|/{2}\\w{1,40}\\s*\\[\\s*(?:@|position|[0-9]|\\w{1,40}\\s*(?:=|\\())|\\]\\s*/{1,2}\\w|\\bposition\\s*\\(\\s*\\)\\s*[=<>]")
          .add(
              AttackClass.DESERIALISATION,
              "java-object",
              "(?:^|[^\\w+/])rO0AB[\\w+/=]{3}|aced0005|\\xac\\xed\\x00\\x05|^H4sIA[\\w+/=]{15}|AAEAAAD/{5}|/wEP[DdW]\\w{20}")
          .add(
              AttackClass.DESERIALISATION,
              "object-of-php",
              "\\b[oc]:\\+?[0-9]{1,4}:\"[\\w\\\\]{1,100}\":[0-9]{1,4}:\\{|\\ba:[0-9]{1,4}:\\{[is]:[0-9]{1,8}[:;]")
          .add(
              AttackClass.DESERIALISATION,
              "object-of-text",
              "!!(?:java|javax|python|ruby|org|com|sun)[./]|!ruby/(?:object|hash)|tag:yaml\\.org,2002:(?:java|python)|\"@(?:type|class)\"\\s*:\\s*\"(?:com|org|java|javax|sun|ch|net)\\.|_\\$\\$nd_func\\$\\$_|c(?:os|posix|nt|subprocess|__builtin__)\\n\\w{2,20}\\n|\\$type\"\\s*:\\s*\"system\\.|objectdataprovider|^gas?v[\\w+/]{12}|org\\.apache\\.xalan|com\\.opensymphony\\.|org\\.springframework\\.(?:context|beans)|javax\\.script\\.|java\\.(?:io|net|util\\.logging)\\.[a-z]|freemarker\\.template\\.utility|#context\\s*\\[|java\\.lang\\.(?:runtime|processbuilder|system|class)|javax\\.naming\\.|org\\.apache\\.commons\\.collections|com\\.sun\\.rowset|jdk\\.nashorn\\.|<dynamic-proxy>|ysoserial")
          .add(
              AttackClass.CODE_INJECTION,
              "php",
              "<\\?(?:php\\b|=|\\s*(?:system|eval|echo|passthru|exec|phpinfo|include|require|assert))|\\$_(?:get|post|request|cookie|server|files|session|env)\\s*\\[|\\$globals\\s*\\[|\\$\\{(?:@?print|phpinfo|system|eval|passthru|@?exec)|\\b(?:phpinfo|passthru|shell_exec|proc_open|popen|pcntl_exec|show_source|highlight_file|readfile|file_get_contents|file_put_contents|fopen|base64_decode|gzinflate|str_rot13|create_function|call_user_func(?:_array)?|preg_replace|array_map|assert|move_uploaded_file|ini_set|error_log|scandir|getcwd|chr\\s*\\(\\s*[0-9]{1,3}\\s*\\)\\s*\\.)\\s*\\(\\s*[\"'$)/a-z]")
          .add(
              AttackClass.CODE_INJECTION,
              "php",
              "\\bchr\\s*\\(\\s*[0-9]{1,3}\\s*\\)\\s*\\.\\s*chr|\\$\\w{1,30}\\s*=\\s*[\"'][^\"']*[\"'][^;]*;\\s*(?:echo\\s|@?\\$\\w{1,30}\\s*\\()|[(\"'](?:system|passthru|exec|shell_exec|popen|assert|phpinfo|[\\w.()]{0,20}sy[\\w.()]{0,9}st[\\w.()]{0,9}em)[)\"']\\s*\\(|\\bsystem\\s*/\\*|\\[php\\]|\\b(?:fsockopen|pfsockopen|curl_exec|curl_init|getenv|putenv|glob|unserialize|usort|uasort|ob_start|register_shutdown_function|parse_ini_file|opendir|readdir|var_dump|print_r|extract|parse_str)\\s*\\(\\s*(?:[\"'$/0-9]|scandir|get)|\\bdie\\s*\\(\\s*(?:md5|@|\\$|[\"'])|\\bdefine\\s*\\(\\s*[\"']|__file__|__dir__")
          .add(
              AttackClass.CODE_INJECTION,
              "settings-of-php",
              "\\b(?:allow_url_(?:include|fopen)|auto_(?:prepend|append)_file|disable_functions|open_basedir|safe_mode|suhosin\\.simulation|cgi\\.force_redirect|extension_dir)\\s*=")
          .add(
              AttackClass.CODE_INJECTION,
              "script-of-server",
              "\\b(?:deno|bun)\\.(?:run|spawn(?:sync)?|command|\\$)\\s*[(`]|\\bprocess\\s*\\.\\s*env\\b|\\bglobal\\s*\\.\\s*process\\b|\\bwhile\\s*\\(\\s*(?:true|1)\\s*\\)|\\bfunction\\s*\\w{0,20}\\([^)]*\\)\\s*\\{.{0,200}\\}\\s*\\)?\\s*\\(\\s*\\)|\\bconsole\\.(?:log|debug|error|info|warn)\\s*\\(|@\\{\\s*\\[|#\\{\\s*`")
          .add(
              AttackClass.CODE_INJECTION,
              "call-of-system",
              "(?:^|[;\\s\"'({.@=!,+])(?:system|exec|eval|popen|spawn|execfile|compile|__import__|assert|execsync|spawnsync)\\s*\\(\\s*(?:[\"'`](?:/?(?:usr/)?(?:bin/)?(?:cat|ls|id|whoami|ping|sleep|nc|wget|curl|uname|pwd|dir|echo|rm|ps|sh|bash|cmd|type|net|calc|touch|ifconfig|env|os|import|print|require|base64|__import__|1|alert|\\$)|\\$_|base64_decode|compile|chr|request|params|atob|string|this|require|__import__|open))")
          .add(
              AttackClass.CODE_INJECTION,
              "module",
              "__import__\\s*\\(|\\brequire\\s*\\(\\s*[\"'](?:child_process|fs|net|http|os|vm|dns)[\"']|process\\.(?:mainmodule|binding|env|exit|kill)|\\bos\\.(?:system|popen|exec\\w{0,3}|spawn\\w{0,3}|listdir|environ)\\b|subprocess\\.(?:popen|call|check_output|run|getoutput)|\\bimport\\s+(?:os|subprocess|socket|pty|sys)\\b\\s*[;,)\\n]|runtime\\.getruntime\\(|getruntime\\(\\)\\.exec|new\\s+(?:java\\.lang\\.)?processbuilder|\\bkernel\\.(?:exec|system|open)|\\bio\\.popen|%x\\(|__class__|__subclasses__|__globals__|__builtins__|java\\.io\\.(?:file|bufferedreader)|system\\.diagnostics\\.process|\\bsystem\\.(?:io|reflection|net)\\.[a-z.]{3,60}\\(")
          .add(
              AttackClass.SERVER_SIDE_REQUEST_FORGERY,
              "own-network",
              "^\\s*(?:https?|ftp|ws|wss)?:?//(?:[^/\\s@]*@)?"
                  + INTERNAL
                  + "(?:[:/?#]|$)|169\\.254\\.169\\.254|metadata\\.google\\.internal|/latest/(?:meta-data|user-data|dynamic/)|/computemetadata/")
          .add(
              AttackClass.SERVER_SIDE_REQUEST_FORGERY,
              "other-protocol",
              "^\\s*(?:gopher|dict|ldaps?|tftp|sftp|imap|pop3|smtp|rtsp|telnet|netdoc|jar:https?)://")
          .add(
              AttackClass.HEADER_INJECTION,
              "header-behind-line",
              "[\\r\\n]{1,4}\\s*(?:set-cookie|location|content-(?:type|length|disposition|security-policy)|x-[\\w-]{2,30}|host|refresh|link|access-control-[\\w-]{3,30}|transfer-encoding|http/1\\.[01]|http/1|bcc|cc|to|from|subject|connection|cache-control|status|user-agent|get\\s/|post\\s/)\\s*(?::|\\s[0-9]|/)")
          .add(
              AttackClass.HEADER_INJECTION,
              "answer-behind-line",
              "\\r?\\n\\r?\\n\\s*(?:<(?:html|script|body|svg|img|iframe|h[1-6])\\b|http/1)|\\r?\\n\\s*(?:rcpt to\\s*:|mail from\\s*:|(?:helo|ehlo)\\s[\\w.-]|[a-z][0-9]{2,6}\\s(?:fetch|select|list|login|logout|examine|delete|create)\\b)")
          .add(
              AttackClass.SESSION_FIXATION,
              "cookie-set",
              "\\.cookie\\b.{0,60}(?:expires|domain|path|max-age)\\s*=|http-equiv\\s*=\\s*[\"']?set-cookie")
          .ready();

  @Override
  public List<Evidence> judge(String text, Effort effort) {
    return RULES.judge(text, effort);
  }
}
