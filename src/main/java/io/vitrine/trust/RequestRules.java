package io.vitrine.trust;

import io.vitrine.trust.Part.Place;
import io.vitrine.trust.attacks.AttackClass;
import io.vitrine.trust.attacks.Probes;
import io.vitrine.trust.attacks.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What only the whole request shows: its method, its path, who says to send it, which members it
 * sets, and what became of it.
 */
final class RequestRules {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final Set<String> LEADS_ON =
      Set.of(
          "redirect",
          "redirect_url",
          "redirecturl",
          "next",
          "return",
          "returnurl",
          "return_url",
          "return_to",
          "returnto",
          "continue",
          "dest",
          "destination",
          "goto",
          "rurl",
          "forward",
          "target",
          "to",
          "out",
          "checkout_url",
          "go",
          "jump");
  private static final Set<String> RIGHTS =
      Set.of(
          "role",
          "roles",
          "is_admin",
          "isadmin",
          "admin",
          "is_staff",
          "is_superuser",
          "permissions",
          "privileges",
          "user_role",
          "usertype",
          "user_type",
          "is_active",
          "verified",
          "email_verified",
          "account_balance",
          "balance",
          "credit",
          "authorities",
          "group_id");
  private static final Set<String> AMOUNTS =
      Set.of("price", "amount", "total", "quantity", "qty", "unit_price", "subtotal", "discount");
  private static final Set<String> SESSIONS =
      Set.of(
          "jsessionid",
          "phpsessid",
          "aspsessionid",
          "asp.net_sessionid",
          "sessionid",
          "session_id",
          "sid",
          "cfid",
          "cftoken");
  private static final Set<String> COMMANDS =
      Set.of("cmd", "exec", "command", "execute", "shell", "system", "passthru", "run_cmd");
  private static final Set<String> PASSWORDS =
      Set.of(
          "password",
          "passwd",
          "pwd",
          "pass",
          "passwort",
          "mot_de_passe",
          "api_key",
          "apikey",
          "secret",
          "client_secret",
          "card_number",
          "cvv",
          "cvc");

  /** Short and without nested repetitions, so that no text takes long. */
  private static final Pattern ELSEWHERE = Pattern.compile("^(?:https?:)?[/\\\\]{2,}[^/\\\\]");

  private static final Pattern NEGATIVE = Pattern.compile("^-[0-9.]{1,12}$");

  private static final int MOST_RANGES = 5;
  private static final int MOST_PARAMETERS = 200;
  private static final int MOST_LINKS = 4;
  private static final int MOST_BRACES = 12;
  private static final int MOST_ALIASES = 30;
  private static final int LONGEST_LIST_OF_HEADERS = 80;

  private RequestRules() {}

  /** Name of a part that is the path as it was sent, where that is another spelling. */
  static final String SPELLING = "as sent";

  private static final Pattern HIDDEN_LETTER =
      Pattern.compile("%(?:3[0-9]|[46][1-9a-f]|[57][0-9a])", Pattern.CASE_INSENSITIVE);

  static void judge(Exchange exchange, List<Suspicion> found) {
    if (!METHODS.contains(exchange.method())) {
      Part part = new Part(Place.METHOD, "", exchange.method());
      found.add(Suspicion.of(AttackClass.METHOD_ABUSE, "unusual-method", part, exchange.method()));
    }
    spelling(exchange, found);
    probes(exchange, found);
    files(exchange, found);
    tokens(exchange, found);
    outcome(exchange, found);
    answer(exchange, found);
    if (hasHeaders(exchange)) {
      otherOrigin(exchange, found);
      headers(exchange, found);
    }
    amounts(exchange, found);
    parameters(exchange, found);
    graph(exchange, found);
    for (Part part : exchange.parts()) {
      parameter(exchange, part, found);
    }
  }

  /** Of what a log tells mostly these two are known, and no rule about headers asks for them. */
  private static boolean hasHeaders(Exchange exchange) {
    for (Part part : exchange.parts()) {
      if (part.place() == Place.HEADER
          && !part.name().equals("User-Agent")
          && !part.name().equals("Referer")) {
        return true;
      }
    }
    return false;
  }

  /** What the shop should have kept to itself. */
  private static void answer(Exchange exchange, List<Suspicion> found) {
    String answer = exchange.deed().answer();
    if (answer != null) {
      Part part = new Part(Place.ANSWER, "", answer);
      Probes.leak(answer).ifPresent(evidence -> found.add(Suspicion.of(part, evidence)));
    }
  }

  /** Nobody has to hide letters in a path, but from who looks at paths. */
  private static void spelling(Exchange exchange, List<Suspicion> found) {
    String sent = exchange.value(Place.PATH, SPELLING);
    if (sent != null && HIDDEN_LETTER.matcher(sent).find()) {
      Part part = new Part(Place.PATH, SPELLING, sent);
      found.add(Suspicion.of(AttackClass.PROTOCOL_ABUSE, "letters-hidden-in-path", part, sent));
    }
  }

  private static void probes(Exchange exchange, List<Suspicion> found) {
    Part path = new Part(Place.PATH, "", exchange.path());
    boolean wrong = exchange.isOwn() || exchange.failed() || exchange.status() == 0;
    Probes.path(exchange.path(), wrong).ifPresent(probe -> found.add(Suspicion.of(path, probe)));
    String agent = exchange.agent();
    if (agent != null) {
      Part part = new Part(Place.HEADER, "User-Agent", agent);
      Probes.agent(agent).ifPresent(probe -> found.add(Suspicion.of(part, probe)));
    }
  }

  private static void files(Exchange exchange, List<Suspicion> found) {
    String name = exchange.value(Place.FILE, "name");
    String beginning = exchange.value(Place.FILE, "beginning");
    if (name != null) {
      Part part = new Part(Place.FILE, "name", name);
      Probes.file(name, beginning == null ? "" : beginning)
          .ifPresent(evidence -> found.add(Suspicion.of(part, evidence)));
    }
  }

  private static void tokens(Exchange exchange, List<Suspicion> found) {
    for (Part part : exchange.parts()) {
      String value = part.value();
      boolean bearer = value.regionMatches(true, 0, "bearer ", 0, 7);
      String token = bearer ? value.substring(7).strip() : value;
      Jwt jwt = token.startsWith("ey") ? Jwt.read(token) : null;
      String rule = jwt == null ? null : forged(exchange, jwt);
      if (jwt != null && rule != null) {
        Part told = new Part(part.place(), part.name(), "");
        found.add(
            Suspicion.of(AttackClass.TOKEN_TAMPERING, rule, told, String.valueOf(jwt.head())));
      }
    }
  }

  /**
   * A token that has expired is ordinary; one that has not and does not hold was made up or ended.
   */
  private static @Nullable String forged(Exchange exchange, Jwt jwt) {
    String forgery = jwt.forgery();
    if (forgery != null || !exchange.isOwn()) {
      return forgery;
    }
    if (jwt.usesSharedSecret()) {
      return "token-of-another-algorithm";
    }
    boolean refused = "bad_token".equals(exchange.problem());
    return refused && !jwt.hasExpiredAt(exchange.at()) ? "token-that-does-not-hold" : null;
  }

  private static void outcome(Exchange exchange, List<Suspicion> found) {
    Part part = new Part(Place.PATH, "", exchange.path());
    String code = exchange.problem() == null ? "" : exchange.problem();
    switch (code) {
      case "token_reused" ->
          found.add(
              Suspicion.of(AttackClass.SESSION_HIJACK, "refresh-token-used-twice", part, code));
      case "foreign_origin" ->
          found.add(
              Suspicion.of(AttackClass.CROSS_SITE_REQUEST_FORGERY, "refused-origin", part, code));
      case "body_too_large", "content_too_large" ->
          found.add(Suspicion.of(AttackClass.DENIAL_OF_SERVICE, "body-too-large", part, code));
      case "sql_refused" ->
          found.add(
              new Suspicion(
                  AttackClass.SQL_INJECTION, Severity.LOW, "refused-statement", part, code, 1));
      case "deep_body" ->
          found.add(Suspicion.of(AttackClass.DENIAL_OF_SERVICE, "deep-document", part, code));
      case "not_http" ->
          found.add(Suspicion.of(AttackClass.PROTOCOL_ABUSE, "malformed-request", part, code));
      default -> {}
    }
  }

  /** A page of another site that lets a browser change something. */
  private static void otherOrigin(Exchange exchange, List<Suspicion> found) {
    String origin = exchange.value(Place.HEADER, "Origin");
    String host = exchange.value(Place.HEADER, "Host");
    if (!exchange.isOwn() || origin == null || host == null || !exchange.changes()) {
      return;
    }
    int scheme = origin.indexOf("://");
    String asker = scheme < 0 ? origin : origin.substring(scheme + 3);
    if (!asker.equalsIgnoreCase(host)) {
      Part part = new Part(Place.HEADER, "Origin", origin);
      found.add(
          Suspicion.of(
              AttackClass.CROSS_SITE_REQUEST_FORGERY, "request-of-another-site", part, origin));
    }
  }

  private static void headers(Exchange exchange, List<Suspicion> found) {
    for (String name :
        new String[] {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"}) {
      String other = exchange.value(Place.HEADER, name);
      if (other != null) {
        Part part = new Part(Place.HEADER, name, other);
        found.add(Suspicion.of(AttackClass.METHOD_ABUSE, "method-override", part, other));
      }
    }
    for (String name : new String[] {"X-Original-URL", "X-Rewrite-URL", "X-Override-URL"}) {
      String other = exchange.value(Place.HEADER, name);
      if (other != null) {
        Part part = new Part(Place.HEADER, name, other);
        found.add(Suspicion.of(AttackClass.PRIVILEGE_ESCALATION, "path-in-a-header", part, other));
      }
    }
    for (String name :
        new String[] {"X-Forwarded-For", "X-Real-IP", "X-Client-IP", "True-Client-IP"}) {
      String forged = exchange.value(Place.HEADER, name);
      if (forged != null && isInside(forged)) {
        Part part = new Part(Place.HEADER, name, forged);
        found.add(Suspicion.of(AttackClass.PROTOCOL_ABUSE, "forged-address", part, forged));
      }
    }
    smuggled(exchange, found);
    range(exchange, found);
    int headers = count(exchange, Place.HEADER);
    if (headers > LONGEST_LIST_OF_HEADERS) {
      Part part = new Part(Place.HEADER, "", "");
      found.add(
          Suspicion.of(
              AttackClass.DENIAL_OF_SERVICE, "too-many-headers", part, headers + " headers"));
    }
  }

  private static boolean isInside(String address) {
    return address.startsWith("127.")
        || address.startsWith("::1")
        || address.startsWith("localhost");
  }

  /** Two lengths of one body, or a coding that servers read differently. */
  private static void smuggled(Exchange exchange, List<Suspicion> found) {
    String coding = exchange.value(Place.HEADER, "Transfer-Encoding");
    long lengths =
        exchange.parts().stream().filter(part -> part.is(Place.HEADER, "Content-Length")).count();
    boolean odd = coding != null && !coding.equalsIgnoreCase("chunked");
    if (odd || lengths > 1 || (coding != null && lengths > 0)) {
      Part part = new Part(Place.HEADER, "Transfer-Encoding", coding == null ? "" : coding);
      found.add(Suspicion.of(AttackClass.REQUEST_SMUGGLING, "two-lengths", part, part.value()));
    }
  }

  private static void range(Exchange exchange, List<Suspicion> found) {
    String range = exchange.value(Place.HEADER, "Range");
    if (range != null && range.chars().filter(sign -> sign == ',').count() >= MOST_RANGES) {
      Part part = new Part(Place.HEADER, "Range", range);
      found.add(Suspicion.of(AttackClass.DENIAL_OF_SERVICE, "many-ranges", part, range));
    }
  }

  private static int count(Exchange exchange, Place place) {
    int count = 0;
    for (Part part : exchange.parts()) {
      count += part.place() == place ? 1 : 0;
    }
    return count;
  }

  private static void parameters(Exchange exchange, List<Suspicion> found) {
    int parameters = exchange.parts().size() > MOST_PARAMETERS ? count(exchange, Place.QUERY) : 0;
    if (parameters > MOST_PARAMETERS) {
      Part part = new Part(Place.QUERY, "", "");
      found.add(
          Suspicion.of(
              AttackClass.DENIAL_OF_SERVICE, "many-parameters", part, parameters + " parameters"));
    }
  }

  private static void amounts(Exchange exchange, List<Suspicion> found) {
    if (!exchange.changes()) {
      return;
    }
    for (Part part : exchange.parts()) {
      boolean amount = part.place() != Place.HEADER && AMOUNTS.contains(lastName(part));
      if (amount && NEGATIVE.matcher(part.value().strip()).matches()) {
        found.add(
            Suspicion.of(AttackClass.PARAMETER_TAMPERING, "negative-amount", part, part.value()));
      }
    }
  }

  /** Questions of GraphQL that are about the schema, or that grow without bounds. */
  private static void graph(Exchange exchange, List<Suspicion> found) {
    for (Part part : exchange.parts()) {
      String text = part.value();
      boolean plain = text.indexOf('{') < 0 && !text.contains("__");
      if (plain || part.place() == Place.HEADER || !isQuestion(exchange, part)) {
        continue;
      }
      String rule = graphRule(text);
      if (rule != null) {
        found.add(Suspicion.of(AttackClass.GRAPHQL_ABUSE, rule, part, text));
      }
    }
  }

  private static boolean isQuestion(Exchange exchange, Part part) {
    return part.name().equals("query")
        || part.name().isEmpty()
        || exchange.lowerPath().contains("graphql");
  }

  private static @Nullable String graphRule(String text) {
    if (text.contains("__schema")
        || text.contains("__type(")
        || text.contains("__type{")
        || text.contains("__typename{")) {
      return "schema-asked";
    }
    int depth = 0;
    int deepest = 0;
    int aliases = 0;
    boolean words = false;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      depth += sign == '{' ? 1 : 0;
      depth -= sign == '}' ? 1 : 0;
      deepest = Math.max(deepest, depth);
      aliases += sign == ':' && depth > 0 ? 1 : 0;
      words |= sign == '"';
    }
    if (words) {
      return null;
    }
    if (deepest > MOST_BRACES) {
      return "deep-question";
    }
    return aliases > MOST_ALIASES ? "many-aliases" : null;
  }

  private static void parameter(Exchange exchange, Part part, List<Suspicion> found) {
    boolean sent = part.place() == Place.QUERY || part.place() == Place.BODY;
    if (!sent) {
      return;
    }
    String name = lastName(part);
    if (LEADS_ON.contains(name) && ELSEWHERE.matcher(unescaped(part.value())).find()) {
      found.add(Suspicion.of(AttackClass.OPEN_REDIRECT, "leads-elsewhere", part, part.value()));
    }
    if (part.place() == Place.QUERY) {
      query(part, name, found);
    }
    if (RIGHTS.contains(name) && exchange.changes() && isOwnAccount(exchange)) {
      found.add(
          Suspicion.of(
              AttackClass.MASS_ASSIGNMENT, "sets-a-right", part, name + "=" + part.value()));
    }
    if (exchange.changes() && !exchange.isOwn() && isSpam(part.value())) {
      found.add(Suspicion.of(AttackClass.SPAM, "many-links", part, part.value()));
    }
    if (COMMANDS.contains(name) && Probes.isCommand(part.value())) {
      found.add(Suspicion.of(AttackClass.WEB_SHELL, "command-parameter", part, part.value()));
    }
  }

  /** Links in the form of a bulletin board, or more of them than somebody needs in a review. */
  private static boolean isSpam(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("[url=") || lower.contains("[link=")) {
      return true;
    }
    int links = 0;
    int at = lower.indexOf("://");
    while (at >= 0 && links < MOST_LINKS) {
      links++;
      at = lower.indexOf("://", at + 1);
    }
    return links >= MOST_LINKS && lower.indexOf(' ') > 0;
  }

  private static void query(Part part, String name, List<Suspicion> found) {
    if (SESSIONS.contains(name)
        && !part.value().isEmpty()
        && !name.equals("sid")
        && !name.equals("session_id")) {
      found.add(Suspicion.of(AttackClass.SESSION_FIXATION, "session-in-address", part, name));
    }
    if (PASSWORDS.contains(name) && !part.value().isEmpty()) {
      Part told = new Part(part.place(), part.name(), "");
      found.add(Suspicion.of(AttackClass.SECRET_EXPOSURE, "secret-in-address", told, name));
    }
  }

  /** Where people set what is theirs; an administrator sets the roles of others elsewhere. */
  private static boolean isOwnAccount(Exchange exchange) {
    String path = exchange.lowerPath();
    if (exchange.isOwn()) {
      return path.startsWith("/api/auth/");
    }
    return path.contains("regist")
        || path.contains("signup")
        || path.contains("sign-up")
        || path.contains("profile")
        || path.contains("account")
        || path.endsWith("/me");
  }

  private static String lastName(Part part) {
    String name = part.name().toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(dot + 1);
  }

  private static String unescaped(String value) {
    return value
        .replace("%2f", "/")
        .replace("%2F", "/")
        .replace("%5c", "\\")
        .replace("%5C", "\\")
        .replace("%3a", ":")
        .replace("%3A", ":")
        .strip();
  }
}
