package io.vitrine.trust.attacks;

import java.util.List;

/**
 * What of a text a browser would run: tags that carry scripts, handlers of events, addresses that
 * are programs, and pieces that leave a string of JavaScript. Plain tags (b, i, p, a list) are no
 * attack.
 */
final class Markup implements Language {

  /** What browsers pass over inside of a tag or an address. */
  private static final String GAP = "[\\s/\\x00-\\x20]*";

  private static final String CALL =
      "(?:alert|prompt|confirm|eval|fetch|atob|unescape|settimeout|setinterval|print|write(?:ln)?|import|importscripts"
          + "|reflect\\.\\w+|frames\\.\\w+|parent\\.\\w+|globalthis\\.\\w+|navigator\\.\\w+|\\$\\.\\w+|(?:local|session)storage\\.\\w+"
          + "|string\\.fromcharcode|document\\.\\w+|window\\.\\w+|self\\[|top\\[|this\\[|location(?:\\.\\w+)?|console\\.\\w+)";

  private static final Rules RULES =
      Rules.of(AttackClass.CROSS_SITE_SCRIPTING)
          .add("script-tag", "<" + GAP + "/?" + GAP + "script\\b")
          .add(
              "active-tag",
              "<"
                  + GAP
                  + "(?:iframe|object|embed|applet|meta|base|link|frameset|frame|isindex|xss|animate|animatetransform"
                  + "|set|handler|listener|portal|noscript|template|xml|layer|ilayer|bgsound|import|foreignobject)[\\s/>]")
          .add(
              "style-tag",
              "<"
                  + GAP
                  + "style\\b[^>]*>?.{0,200}(?:@import|expression|url|behavior|onload|\\}|\\*)")
          .add(
              "handler-in-tag",
              "<" + GAP + "[a-z!?/][^<>]*[\\s/\"'`\\x0b\\x0c]on[a-z]{3,40}[\\s\\x00-\\x20]*=")
          .add(
              "handler-in-tag",
              "<" + GAP + "[a-z][a-z0-9:-]{0,30}/?on[a-z]{3,30}[\\s\\x00-\\x20]*=")
          .add(
              "handler-behind-quote",
              "[\"'`][\\s/>]{0,20}(?:[a-z-]{2,30}(?:=[^\\s>]*)?[\\s/]{1,20}){0,3}on[a-z]{3,30}\\s*=")
          .add(
              "handler",
              "(?:^|[\\s/])on(?:error|load|click|mouse\\w{2,8}|focus\\w{0,3}|blur|key\\w{2,5}|toggle|start|begin|animation\\w{3,12}|pointer\\w{2,8}|wheel|drag\\w{0,6}|hashchange|pageshow|message|resize|scroll|submit|input|change|touch\\w{3,6}|transition\\w{3,8})\\s*=\\s*[\"'`]?[^\\s]*[(`\"'=\\\\]")
          .add(
              "script-address",
              "(?:^|[\"'=`(\\s,>])[\\s\\x00-\\x20]{0,20}j\\s*a\\s*v\\s*a\\s*s\\s*c\\s*r\\s*i\\s*p\\s*t\\s*:(?:\\s*[^\\s]*[(=`\\[%&;./]|\\s*$|//)")
          .add("script-address", "javascript\\s*:\\s*[^\\s]*[(=`]")
          .add("made-function", "\\bnew\\s+function\\s*[(`]")
          .add(
              "call-by-list",
              "\\]\\s*\\.\\s*(?:find|map|filter|some|every|foreach|sort|reduce|findindex)\\s*\\(\\s*(?:alert|confirm|prompt|eval)\\b")
          .add(
              "renamed-call",
              "(?:^|[;,'\"|&^({=`])\\s*\\w{1,20}\\s*=\\s*(?:alert|confirm|prompt|eval)\\s*[,;]")
          .add(
              "script-address",
              "(?:^|[\"'=`(\\s])(?:vbscript|livescript|mocha|behavior)\\s*:\\s*\\S")
          .add(
              "data-address",
              "data\\s*:\\s*(?:text/html|image/svg\\+xml|text/javascript|application/(?:x-)?(?:javascript|xhtml)|text/xml)")
          .add("source-document", "\\bsrcdoc\\s*=")
          .add("link-in-drawing", "xlink:href\\s*=")
          .add(
              "tag-with-source",
              "<"
                  + GAP
                  + "(?:img|svg|video|audio|source|input|body|math|image|table|td|div|form|button|a|marquee|details|textarea|select|keygen)\\b[^>]*\\b(?:src|background|formaction|action|href|dynsrc|lowsrc|poster|style)\\s*=\\s*[\"'`]?\\s*(?:javascript|vbscript|data|feed:|x\\b|x:|//|\\\\|&#|expression)")
          .add(
              "tag-with-source",
              "<"
                  + GAP
                  + "(?:svg|video|audio|input|body|math|image|table|td|form|button|marquee|details|textarea|select|keygen)\\b[^>]*\\b(?:src|background|formaction|action|href|poster)\\s*=\\s*[\"'`]?\\s*http")
          .add("drawing", "<" + GAP + "(?:svg|math)\\b[^>]*>?\\s*<")
          .add("drawing", "^[\\s\"'>]{0,10}<" + GAP + "(?:svg|math)[\\s/][^>]*(?:on|xmlns)")
          .add(
              "style-that-runs",
              "(?:expression|expr/\\*[^*]*\\*/ession|-moz-binding|-o-link|behavior)\\s*[:(]\\s*(?:url|alert|javascript|\\()")
          .add(
              "call-behind-quote",
              "[\"'`]\\s*[)\\]}]{0,5}\\s*(?:[-+*/^,|&?:;<>=%]|\\|\\||&&|in\\b|instanceof\\b){1,2}\\s*[\\[({!~+-]{0,4}\\s*"
                  + CALL
                  + "\\s*[(`=.\\[?]")
          .add(
              "call-behind-script",
              "[;}]\\s*" + CALL + "\\s*(?:\\(|`|=[^=])[^;]*(?:;|//|<!--|\\)\\s*$)")
          .add(
              "call-alone",
              "^[\\s\"'`;,(){}\\[\\]+=*/-]{0,10}(?:alert|prompt|confirm|eval|import)\\s*[(`](?:[^a-z]|name|location|self|top|window|document|atob|unescape|string|[axy]\\)|[a-z]{1,20}[^a-z)]).{0,200}$")
          .add("call-in-brackets", "\\(\\s*(?:alert|confirm|prompt|eval)\\s*\\)\\s*[(`]")
          .add("call-behind-comment", "\\*/\\s*" + CALL + "\\s*[(`]")
          .add("thrown-call", "\\bonerror\\s*=\\s*(?:alert|eval|confirm|prompt)\\b")
          .add("thrown-call", "[\"'`)\\]};]\\s*;\\s*throw\\s")
          .add(
              "page-written-anew",
              "\\w\\s*\\.\\s*(?:inner|outer)html\\s*\\+?=|\\$\\.(?:getscript|globaleval)\\s*\\(|\\bdocument\\s*\\[\\s*[\"']|\\bnew\\s+xmlhttprequest\\b|\\b(?:local|session)storage\\s*\\.\\s*(?:get|set)item\\s*\\(|\\bwindow\\.open\\s*\\(\\s*[\"'`](?:https?:)?//|\\bunescape\\s*\\(\\s*[\"'`]%|\\bsendbeacon\\s*\\(")
          .add(
              "text-as-program",
              "\\b(?:settimeout|setinterval|function)\\s*\\(\\s*[\"'`].{0,200}[(=]")
          .add(
              "cookie",
              "(?:document|window|self|top|parent|this)\\s*(?:\\.|\\[\\s*[\"'])\\s*(?:cookie|domain|write|location|innerhtml|localstorage|alert|eval)\\b")
          .add("letters-by-number", "(?:string\\s*\\.\\s*fromcharcode|string\\.raw)\\s*[(`]")
          .add(
              "built-function",
              "(?:\\]|\\)|function|constructor|[\"'])\\s*\\.?\\s*(?:constructor|\\[\\s*[\"']constructor[\"']\\s*\\])\\s*\\(")
          .add("written-with-signs", "\\[\\]\\s*\\[\\s*\\(\\s*!\\s*\\[\\]")
          .add(
              "function-at-once",
              "(?:\\(\\s*\\)\\s*=>|function\\s*\\w{0,20}\\s*\\(\\s*\\)\\s*\\{).{0,100}(?:alert|document|cookie|eval|location|fetch)")
          .add("call-in-template", "\\$\\{\\s*" + CALL + "\\s*[(`]")
          .add("marked-section", "<!\\[cdata\\[.{0,100}(?:<|script|on\\w{3,20}=)")
          .add("processing", "<\\?xml-stylesheet|<\\?import|<!--\\[if|<!entity")
          .add(
              "taken-prototype",
              "(?:window|self|top|parent|globalthis)\\s*\\[\\s*[\"'/\\w]{1,40}[^\\]]{0,40}\\]\\s*\\(")
          .ready();

  @Override
  public List<Evidence> judge(String text, Effort effort) {
    return RULES.judge(text, effort);
  }
}
