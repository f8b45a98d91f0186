package io.vitrine.model;

import io.vitrine.model.LogQuery.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a person types into the search of logs, in the tradition of Lucene: words, {@code
 * "phrases"}, {@code field:value}, {@code *} and {@code ?}, {@code field:[a TO b]}, {@code
 * field:>=500}, {@code ip:10.0.0.0/8}, {@code field:*}, {@code field:="whole value"}, {@code
 * field:/expression/}, {@code word~}, AND, OR, NOT, {@code -}, {@code +} and brackets. Words beside
 * each other must all occur.
 *
 * <p>Text that was pasted is never an error: what is not a known field, a pair of quotes or
 * brackets is searched as it stands, and a note says so. An error is only what a person meant as a
 * condition and cannot be one, such as {@code response_time:>=fast}; it names its place.
 */
public final class LogQueryText {

  private static final Pattern NAMED =
      Pattern.compile("([A-Za-z_@][A-Za-z0-9_.@-]*)(:>=|:<=|:>|:<|:=|:|>=|<=|>|<|=)");
  private static final Pattern RANGE =
      Pattern.compile(
          "([\\[{])\\s*(\"[^\"]*\"|\\S+)\\s+TO\\s+(\"[^\"]*\"|[^\\s\\]}]+)\\s*([\\]}])");
  private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F.:]+)/(\\d{1,3})");
  private static final Pattern FUZZY = Pattern.compile("([\\p{L}\\p{N}]{2,})~([12]?)");
  private static final Pattern BOOST = Pattern.compile("\\^\\d+(\\.\\d+)?$");
  private static final Pattern SLOP = Pattern.compile("~(\\d{1,3})(?=[\\s)]|$)");
  private static final int MOST_WORDS = 100;
  private static final String SPECIAL = "+-!(){}[]^\"~*?:\\/&|<>=";
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("@timestamp", "timestamp"),
          Map.entry("time", "timestamp"),
          Map.entry("log_type", "type"),
          Map.entry("severity", "level"),
          Map.entry("msg", "message"),
          Map.entry("path", "endpoint"),
          Map.entry("url", "endpoint"),
          Map.entry("client_ip", "ip"),
          Map.entry("hostname", "host"),
          Map.entry("user", "user_id"),
          Map.entry("order", "order_id"),
          Map.entry("trace", "trace_id"),
          Map.entry("upload", "_upload"));

  private final Predicate<String> isField;
  private final Function<String, @Nullable Instant> times;
  private final String text;
  private final List<Note> notes = new ArrayList<>();
  private int at;
  private int open;

  /**
   * Something that the reader has to know of a query.
   *
   * @param code such as read_as_text
   * @param from place of the first character that it is about
   * @param to behind the last one
   * @param text the characters
   */
  public record Note(String code, int from, int to, String text) {}

  /** A query, and what was read otherwise than it may have been meant. */
  public record Read(LogQuery query, List<Note> notes) {

    /** Whether it asks for nothing but words, in a time perhaps. */
    public boolean isBasic() {
      return switch (query) {
        case LogQuery.All all -> all.parts().stream().allMatch(Read::isBasic);
        case LogQuery other -> isBasic(other);
      };
    }

    private static boolean isBasic(LogQuery part) {
      return part.isPlain()
          || (part instanceof LogQuery.Between between && between.field().equals("timestamp"));
    }
  }

  private LogQueryText(
      String text, Predicate<String> isField, Function<String, @Nullable Instant> times) {
    this.text = text;
    this.isField = isField;
    this.times = times;
  }

  /**
   * Reads a query.
   *
   * @param isField tells whether logs have a field of that name besides those of {@link Field}
   * @param times reads a time; null when it is none
   * @throws Problem of category CALLER with code log_query for a condition that cannot be one; its
   *     message says from which to which character
   */
  public static Read read(
      String text, Predicate<String> isField, Function<String, @Nullable Instant> times) {
    LogQueryText reader = new LogQueryText(text, isField, times);
    LogQuery query = reader.whole();
    return new Read(query, List.copyOf(reader.notes));
  }

  private LogQuery whole() {
    if (isPasted()) {
      note(0, text.length());
      return words(null, text, 0);
    }
    List<LogQuery> parts = new ArrayList<>();
    while (!atEnd()) {
      parts.add(either());
      if (!atEnd()) {
        note(at, at + 1);
        at++;
      }
    }
    return LogQuery.all(parts);
  }

  /** Lines that end in line breaks, or more words than anybody types. */
  private boolean isPasted() {
    return text.strip().indexOf('\n') >= 0 || text.split("\\s+", -1).length > MOST_WORDS;
  }

  private LogQuery either() {
    List<LogQuery> choices = new ArrayList<>(List.of(both()));
    while (takeWord("OR") || takeWord("||")) {
      choices.add(both());
    }
    return choices.size() == 1 ? choices.getFirst() : new LogQuery.Any(choices);
  }

  private LogQuery both() {
    List<LogQuery> parts = new ArrayList<>();
    while (!atEnd() && !closesHere() && !seesWord("OR") && !seesWord("||")) {
      if (!takeWord("AND") && !takeWord("&&")) {
        parts.add(one());
      }
    }
    return LogQuery.all(parts);
  }

  private LogQuery one() {
    if (takeWord("NOT") || takeSign('-') || takeSign('!')) {
      return atEnd() || closesHere() ? LogQuery.everything() : new LogQuery.Not(one());
    }
    takeSign('+');
    if (at < text.length() && text.charAt(at) == '(' && closesLater(at)) {
      return group();
    }
    LogQuery condition = condition();
    return condition == null ? plain(null) : condition;
  }

  private LogQuery group() {
    at++;
    open++;
    LogQuery inner = either();
    open--;
    skipSpace();
    if (at < text.length() && text.charAt(at) == ')') {
      at++;
    }
    return inner;
  }

  /** What stands behind the name of a field; null when here is none. */
  private @Nullable LogQuery condition() {
    Matcher named = NAMED.matcher(text).region(at, text.length());
    if (named.lookingAt()) {
      return named(named.group(1), named.group(2), named.end());
    }
    return spacedComparison();
  }

  /** {@code status >= 500}, as other search boxes have it. */
  private @Nullable LogQuery spacedComparison() {
    Matcher spaced =
        Pattern.compile("([A-Za-z_@][A-Za-z0-9_.@-]*)\\s+(>=|<=|>|<)\\s*(?=[0-9\"])")
            .matcher(text)
            .region(at, text.length());
    return spaced.lookingAt() && knows(spaced.group(1))
        ? named(spaced.group(1), ":" + spaced.group(2), spaced.end())
        : null;
  }

  private @Nullable LogQuery named(String name, String sign, int behind) {
    if (name.equals("*") || !knows(name) || text.startsWith("//", behind)) {
      return null;
    }
    int valueAt = behind;
    while (valueAt < text.length() && Character.isWhitespace(text.charAt(valueAt))) {
      valueAt++;
    }
    if (valueAt == text.length() || (valueAt > behind && !sign.startsWith(":"))) {
      return null;
    }
    int start = at;
    at = valueAt;
    String field = canonical(name);
    return switch (sign) {
      case ":" -> value(field);
      case ":=" -> new LogQuery.Exactly(field, List.of(raw()));
      case "=" -> equal(field, start);
      default -> compared(field, sign.replace(":", ""), start);
    };
  }

  /** A pasted {@code user_id=42} may be the field as well as a text in the line. */
  private LogQuery equal(String field, int start) {
    String given = raw();
    LogQuery asField = words(field, given, 0);
    return new LogQuery.Any(List.of(asField, words(null, text.substring(start, at), 0)));
  }

  private boolean knows(String name) {
    return ALIASES.containsKey(name)
        || Field.named(name).filter(field -> field != Field.RECEIVED_AT).isPresent()
        || isField.test(name);
  }

  private String canonical(String name) {
    boolean own = Field.named(name).isPresent() || isField.test(name);
    return own ? name : ALIASES.getOrDefault(name, name);
  }

  private LogQuery compared(String field, String sign, int start) {
    String given = raw();
    String name = field.equals("status") && number(given) != null ? "status_code" : field;
    Limit limit = limit(name, given, sign.endsWith("="), start);
    return sign.startsWith(">")
        ? new LogQuery.Between(name, limit, null)
        : new LogQuery.Between(name, null, limit);
  }

  private LogQuery value(String field) {
    char first = text.charAt(at);
    if (first == '>' || first == '<') {
      Matcher sign = Pattern.compile("[<>]=?").matcher(text).region(at, text.length());
      int start = at;
      if (sign.lookingAt()) {
        at = sign.end();
        skipSpace();
        return compared(field, sign.group(), start);
      }
    }
    if (first == '[' || first == '{') {
      LogQuery range = range(field);
      if (range != null) {
        return range;
      }
    }
    if (first == '(' && closesLater(at)) {
      return groupOf(field);
    }
    return expression(field);
  }

  private @Nullable LogQuery range(String field) {
    Matcher range = RANGE.matcher(text).region(at, text.length());
    if (!range.lookingAt()) {
      return null;
    }
    int start = at;
    at = range.end();
    String low = range.group(2);
    String high = range.group(3);
    boolean numbers = number(low) != null || number(high) != null;
    String name = field.equals("status") && numbers ? "status_code" : field;
    return new LogQuery.Between(
        name,
        end(name, low, range.group(1).equals("["), start),
        end(name, high, range.group(4).equals("]"), start));
  }

  private @Nullable Limit end(String field, String given, boolean included, int start) {
    return given.equals("*") ? null : limit(field, unquoted(given), included, start);
  }

  private static String unquoted(String given) {
    return given.length() > 1 && given.startsWith("\"")
        ? given.substring(1, given.length() - 1)
        : given;
  }

  private Limit limit(String field, String given, boolean included, int start) {
    Field known = Field.named(field).orElse(null);
    Double number = number(given);
    if (known == null) {
      return new Limit(number == null ? LogWords.folded(given) : number, included);
    }
    return switch (known.type()) {
      case INTEGER, DECIMAL, NUMBER -> {
        if (number == null) {
          throw wrong(field + " holds a number, not " + given, start, at);
        }
        yield new Limit(number, included);
      }
      case INSTANT -> {
        Instant time = times.apply(given);
        if (time == null) {
          throw wrong(field + " holds a time such as 2026-10-31T14:00, not " + given, start, at);
        }
        yield new Limit(time, included);
      }
      case TEXT, FLAG -> new Limit(LogWords.folded(given), included);
    };
  }

  private static @Nullable Double number(String given) {
    try {
      double number = Double.parseDouble(given);
      return Double.isFinite(number) && !given.matches(".*[dDfF]$") ? number : null;
    } catch (NumberFormatException none) {
      return null;
    }
  }

  private static Problem wrong(String message, int from, int to) {
    return Problem.caller("log_query", message + " (characters " + from + " to " + to + ")");
  }

  /** {@code level:(ERROR OR FATAL)}: every condition in the brackets is about the field. */
  private LogQuery groupOf(String field) {
    int end = closing(at);
    String inner = text.substring(at + 1, end);
    int shift = at + 1;
    LogQueryText inside = new LogQueryText(inner, name -> false, times);
    LogQuery query = about(inside.whole(), field);
    inside.notes.forEach(
        note ->
            notes.add(new Note(note.code(), note.from() + shift, note.to() + shift, note.text())));
    at = end + 1;
    return query;
  }

  private LogQuery about(LogQuery query, String field) {
    return switch (query) {
      case LogQuery.Words words -> words(field, words.text(), words.slop());
      case LogQuery.Pattern pattern -> new LogQuery.Pattern(field, pattern.text());
      case LogQuery.Fuzzy fuzzy -> new LogQuery.Fuzzy(field, fuzzy.word(), fuzzy.edits());
      case LogQuery.All all -> new LogQuery.All(all(all.parts(), field));
      case LogQuery.Any any -> new LogQuery.Any(all(any.parts(), field));
      case LogQuery.Not not -> new LogQuery.Not(about(not.part(), field));
      case LogQuery.Everything _,
          LogQuery.Expression _,
          LogQuery.Exactly _,
          LogQuery.Between _,
          LogQuery.Network _,
          LogQuery.Present _ ->
          query;
    };
  }

  private List<LogQuery> all(List<LogQuery> parts, String field) {
    return parts.stream().map(part -> about(part, field)).toList();
  }

  private LogQuery expression(String field) {
    int start = at;
    if (text.charAt(at) == '/') {
      LogQuery expression = betweenSlashes(field);
      if (expression != null) {
        return expression;
      }
    }
    int end = wordEnd(at);
    Matcher network = CIDR.matcher(text).region(at, end);
    if (isAddress(field) && network.matches()) {
      at = end;
      return network(field, network.group(1), network.group(2), start);
    }
    return plain(field);
  }

  /** Only what has signs of an expression in it: {@code endpoint:/api/} is a path. */
  private @Nullable LogQuery betweenSlashes(String field) {
    int end = wordEnd(at);
    String word = text.substring(at, end);
    if (word.length() < 3 || !word.endsWith("/") || !word.matches(".*[*+?\\[\\](){}|^$\\\\].*")) {
      return null;
    }
    String inner = word.substring(1, word.length() - 1);
    try {
      Pattern.compile(inner);
    } catch (PatternSyntaxException broken) {
      throw wrong("the expression is broken: " + broken.getDescription(), at, end);
    }
    at = end;
    return new LogQuery.Expression(field, inner);
  }

  private static boolean isAddress(String field) {
    return field.equals("ip");
  }

  private LogQuery network(String field, String address, String given, int start) {
    int bits = Integer.parseInt(given);
    int most = address.indexOf(':') >= 0 ? 128 : 32;
    if (bits > most) {
      throw wrong("a network of " + address + " has 0 to " + most + " bits", start, at);
    }
    return new LogQuery.Network(field, address, bits);
  }

  /** Words, a phrase, a pattern or a misspelt word. */
  private LogQuery plain(@Nullable String field) {
    int start = at;
    if (text.charAt(at) == '"') {
      int end = text.indexOf('"', at + 1);
      if (end > 0) {
        return phrase(field, end);
      }
      note(at, text.length());
      at++;
      start++;
    }
    int end = Math.max(start + 1, wordEnd(start));
    String word = text.substring(Math.min(start, text.length()), Math.min(end, text.length()));
    at = Math.min(end, text.length());
    return word(field, word, start);
  }

  private LogQuery phrase(@Nullable String field, int end) {
    String phrase = text.substring(at + 1, end);
    at = end + 1;
    Matcher slop = SLOP.matcher(text).region(at, text.length());
    int between = 0;
    if (slop.lookingAt()) {
      between = Integer.parseInt(slop.group(1));
      at = slop.end();
    }
    return words(field, phrase, between);
  }

  private LogQuery word(@Nullable String field, String given, int start) {
    if (given.equals("*") || given.equals("*:*")) {
      return field == null ? LogQuery.everything() : new LogQuery.Present(field);
    }
    Matcher fuzzy = FUZZY.matcher(given);
    if (fuzzy.matches()) {
      int edits = fuzzy.group(2).isEmpty() ? 2 : Integer.parseInt(fuzzy.group(2));
      return new LogQuery.Fuzzy(field, LogWords.folded(fuzzy.group(1)), edits);
    }
    String word = BOOST.matcher(given).replaceFirst("");
    if (isPattern(field, word)) {
      return new LogQuery.Pattern(field, word);
    }
    if (field == null && looksLikeSyntax(word)) {
      note(start, start + given.length());
    }
    return words(field, unescaped(word), 0);
  }

  private static boolean isPattern(@Nullable String field, String word) {
    boolean star = word.replace("\\*", "").indexOf('*') >= 0;
    boolean question =
        word.matches("[\\p{L}\\p{N}_.@*?-]+") && word.indexOf('?') >= 0 && !word.endsWith("?");
    boolean named = field != null && word.replace("\\?", "").indexOf('?') >= 0;
    boolean address = word.contains("://") || word.contains("=");
    boolean letters = word.chars().anyMatch(Character::isLetterOrDigit);
    return letters && !address && (star || question || named);
  }

  private static boolean looksLikeSyntax(String word) {
    return word.matches("[^\\s:]+:[^\\s]+.*")
        || word.startsWith("[")
        || word.startsWith("{")
        || word.startsWith("(")
        || word.endsWith(")")
        || word.matches("[0-9a-fA-F.:]+/\\d{1,3}");
  }

  private LogQuery words(@Nullable String field, String text, int slop) {
    if ("timestamp".equals(field)) {
      return moment(text);
    }
    LogQuery words = new LogQuery.Words(field, text, slop);
    if ("status".equals(field) && number(text) != null) {
      return new LogQuery.Any(List.of(words, new LogQuery.Words("status_code", text, slop)));
    }
    return words;
  }

  /** A day, a minute or a second, as fine as it is written. */
  private LogQuery moment(String given) {
    Instant from = times.apply(given);
    if (from == null) {
      throw wrong(
          "timestamp holds a time such as 2026-10-31, not " + given, at - given.length(), at);
    }
    int length = given.strip().length();
    Duration fine = length > 16 ? Duration.ofSeconds(1) : Duration.ofMinutes(1);
    Duration width = length <= 10 ? Duration.ofDays(1) : fine;
    return new LogQuery.Between(
        "timestamp", new Limit(from, true), new Limit(from.plus(width), false));
  }

  /** A value to its end, out of its quotes. */
  private String raw() {
    if (text.charAt(at) == '"' && text.indexOf('"', at + 1) > 0) {
      int end = text.indexOf('"', at + 1);
      String inner = text.substring(at + 1, end);
      at = end + 1;
      return inner;
    }
    int end = Math.max(at + 1, wordEnd(at));
    String word = unescaped(text.substring(at, end));
    at = end;
    return word;
  }

  private static String unescaped(String word) {
    StringBuilder bare = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      boolean escapes =
          word.charAt(i) == '\\'
              && i + 1 < word.length()
              && SPECIAL.indexOf(word.charAt(i + 1)) >= 0;
      i += escapes ? 1 : 0;
      bare.append(word.charAt(i));
    }
    return bare.toString();
  }

  /** A word goes on to the next space, or to the bracket that closes the group around it. */
  private int wordEnd(int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (Character.isWhitespace(sign)) {
        return i;
      }
      depth += sign == '(' ? 1 : 0;
      depth -= sign == ')' ? 1 : 0;
      if (depth < 0 && open > 0) {
        return i;
      }
    }
    return text.length();
  }

  private boolean closesLater(int from) {
    return closing(from) > 0;
  }

  /** Place of the bracket that closes the one at a place, or -1. */
  private int closing(int from) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char sign = text.charAt(i);
      quoted ^= sign == '"';
      depth += !quoted && sign == '(' ? 1 : 0;
      depth -= !quoted && sign == ')' ? 1 : 0;
      if (depth == 0 && !quoted) {
        return i;
      }
    }
    return -1;
  }

  private boolean closesHere() {
    return open > 0 && text.charAt(at) == ')';
  }

  private boolean atEnd() {
    skipSpace();
    return at >= text.length();
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean seesWord(String word) {
    int end = at + word.length();
    return text.startsWith(word, at)
        && (end == text.length()
            || Character.isWhitespace(text.charAt(end))
            || text.charAt(end) == '(');
  }

  private boolean takeWord(String word) {
    skipSpace();
    boolean there = seesWord(word);
    at += there ? word.length() : 0;
    skipSpace();
    return there;
  }

  /** A sign that stands before something, not alone. */
  private boolean takeSign(char sign) {
    boolean there =
        at + 1 < text.length()
            && text.charAt(at) == sign
            && !Character.isWhitespace(text.charAt(at + 1))
            && text.charAt(at + 1) != sign;
    at += there ? 1 : 0;
    return there;
  }

  private void note(int from, int to) {
    notes.add(
        new Note("read_as_text", from, to, text.substring(from, Math.min(to, text.length()))));
  }
}
