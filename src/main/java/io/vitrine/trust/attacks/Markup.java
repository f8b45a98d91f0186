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
              "<"
                  + GAP
                  + "[a-z!?/][^<>]{0,400}?[\\s/\"'`\\x0b\\x0c]on[a-z]{3,30}[\\s\\x00-\\x20]*=")
          .add(
              "handler-in-tag",
              "<" + GAP + "[a-z][a-z0-9:-]{0,30}/?on[a-z]{3,30}[\\s\\x00-\\x20]*=")
          .add(
              "handler-behind-quote",
              "[\"'`][\\s/>]{0,20}(?:[a-z-]{2,30}(?:=[^\\s>]{0,60})?[\\s/]{1,20}){0,3}on[a-z]{3,30}\\s{0,20}=")
          .add(
              "handler",
              "(?:^|[\\s/])on(?:error|load|click|mouse\\w{2,8}|focus\\w{0,3}|blur|key\\w{2,5}|toggle|start|begin|animation\\w{3,12}|pointer\\w{2,8}|wheel|drag\\w{0,6}|hashchange|pageshow|message|resize|scroll|submit|input|change|touch\\w{3,6}|transition\\w{3,8})\\s{0,20}=\\s{0,20}[\"'`]?[\\w$.\\[(\\\\]")
          .add(
              "script-address",
              "(?:^|[\"'=`(\\s,>])[\\s\\x00-\\x20]{0,20}j\\s*a\\s*v\\s*a\\s*s\\s*c\\s*r\\s*i\\s*p\\s*t\\s*:")
          .add(
              "script-address",
              "(?:^|[\"'=`(\\s])(?:vbscript|livescript|mocha|behavior)\\s{0,10}:\\s{0,10}\\S")
          .add(
              "data-address",
              "data\\s{0,10}:\\s{0,10}(?:text/html|image/svg\\+xml|text/javascript|application/(?:x-)?(?:javascript|xhtml)|text/xml)")
          .add("source-document", "\\bsrcdoc\\s{0,20}=")
          .add("link-in-drawing", "xlink:href\\s{0,20}=")
          .add(
              "tag-with-source",
              "<"
                  + GAP
                  + "(?:img|svg|video|audio|source|input|body|math|image|table|td|div|form|button|a|marquee|details|textarea|select|keygen)\\b[^>]{0,300}\\b(?:src|background|formaction|action|href|dynsrc|lowsrc|poster|style)\\s{0,20}=\\s{0,20}[\"'`]?\\s{0,20}(?:javascript|vbscript|data|x\\b|x:|//|\\\\|&#|http|expression)")
          .add("drawing", "<" + GAP + "(?:svg|math)\\b[^>]{0,100}>?\\s{0,20}<")
          .add("drawing", "^[\\s\"'>]{0,10}<" + GAP + "(?:svg|math)[\\s/][^>]{0,200}(?:on|xmlns)")
          .add(
              "style-that-runs",
              "(?:expression|-moz-binding|behavior)\\s{0,10}[:(]\\s{0,10}(?:url|alert|javascript|\\()")
          .add(
              "call-behind-quote",
              "[\"'`]\\s{0,10}[)\\]}]{0,5}\\s{0,10}(?:[-+*/^,|&?:;<>=%]|\\|\\||&&|in\\b|instanceof\\b){1,2}\\s{0,10}[\\[({!~+-]{0,4}\\s{0,10}"
                  + CALL
                  + "\\s{0,10}[(`=.\\[]")
          .add(
              "call-behind-script",
              "[;}]\\s{0,10}" + CALL + "\\s{0,10}(?:\\(|`|=[^=])[^;]{0,200}(?:;|//|<!--|\\)\\s*$)")
          .add(
              "call-alone",
              "^[\\s\"'`;,(){}\\[\\]+-]{0,10}(?:alert|prompt|confirm|eval|import)\\s{0,10}[(`].{0,200}[)`]?[\\s;/\"'`]{0,10}$")
          .add(
              "text-as-program",
              "\\b(?:settimeout|setinterval|function)\\s{0,5}\\(\\s{0,5}[\"'`].{0,200}[(=]")
          .add(
              "cookie",
              "(?:document|window|self|top|parent|this)\\s{0,10}(?:\\.|\\[\\s{0,5}[\"'])\\s{0,10}(?:cookie|domain|write|location|innerhtml|localstorage|alert|eval)\\b")
          .add(
              "letters-by-number",
              "(?:string\\s{0,5}\\.\\s{0,5}fromcharcode|string\\.raw)\\s{0,10}[(`]")
          .add(
              "built-function",
              "(?:\\]|\\)|function|constructor|[\"'])\\s{0,10}\\.?\\s{0,5}(?:constructor|\\[\\s{0,5}[\"']constructor[\"']\\s{0,5}\\])\\s{0,10}\\(")
          .add("written-with-signs", "\\[\\]\\s{0,5}\\[\\s{0,5}\\(\\s{0,5}!\\s{0,5}\\[\\]")
          .add(
              "function-at-once",
              "(?:\\(\\s{0,5}\\)\\s{0,5}=>|function\\s{0,5}\\w{0,20}\\s{0,5}\\(\\s{0,5}\\)\\s{0,5}\\{).{0,100}(?:alert|document|cookie|eval|location|fetch)")
          .add("call-in-template", "\\$\\{\\s{0,10}" + CALL + "\\s{0,10}[(`]")
          .add("marked-section", "<!\\[cdata\\[.{0,100}(?:<|script|on\\w{3,20}=)")
          .add("processing", "<\\?xml-stylesheet|<\\?import|<!--\\[if|<!entity")
          .add(
              "taken-prototype",
              "(?:window|self|top|parent|globalthis)\\s{0,5}\\[\\s{0,5}[\"'/\\w]{1,40}[^\\]]{0,40}\\]\\s{0,5}\\(")
          .ready();

  @Override
  public List<Evidence> judge(String text) {
    return RULES.judge(text);
  }
}
