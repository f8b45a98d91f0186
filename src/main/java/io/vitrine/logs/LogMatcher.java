package io.vitrine.logs;

import io.vitrine.model.LogQuery;
import io.vitrine.model.LogWords;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides for one log at a time what the index decides for all: for logs that have just come. */
final class LogMatcher {

  private static final int SHORTEST_ID = 4;

  private final LogQuery query;

  LogMatcher(LogQuery query) {
    this.query = query;
  }

  /**
   * Whether a log matches.
   *
   * @param values by field, as {@link io.vitrine.store.LogText} has them
   */
  boolean matches(Instant timestamp, Map<String, List<Object>> values) {
    return new Log(timestamp, values).matches(query);
  }

  private record Log(Instant timestamp, Map<String, List<Object>> values) {

    boolean matches(LogQuery query) {
      return switch (query) {
        case LogQuery.Everything _ -> true;
        case LogQuery.Words words -> words(words);
        case LogQuery.Pattern pattern -> pattern(pattern);
        case LogQuery.Expression expression -> expression(expression);
        case LogQuery.Fuzzy fuzzy ->
            anyWord(fuzzy.field(), word -> Distance.within(word, fuzzy.word(), fuzzy.edits()));
        case LogQuery.Exactly exactly -> exactly(exactly);
        case LogQuery.Between between -> between(between);
        case LogQuery.Network network -> network(network);
        case LogQuery.Present present ->
            present.field().equals("timestamp") || values.containsKey(present.field());
        case LogQuery.All all -> all.parts().stream().allMatch(this::matches);
        case LogQuery.Any any -> any.parts().stream().anyMatch(this::matches);
        case LogQuery.Not not -> !matches(not.part());
      };
    }

    private List<Object> of(String field) {
      return values.getOrDefault(field, List.of());
    }

    /** Values of a field, or the texts of all of them. */
    private List<String> texts(@Nullable String field) {
      if (field != null) {
        return of(field).stream().map(Object::toString).toList();
      }
      List<String> texts = new ArrayList<>();
      values.forEach(
          (name, list) -> {
            if (!name.equals("id") && !name.equals("type")) {
              list.stream()
                  .filter(String.class::isInstance)
                  .forEach(text -> texts.add(text.toString()));
            }
          });
      return texts;
    }

    private boolean words(LogQuery.Words words) {
      List<String> row = LogWords.texts(words.text());
      boolean isId = words.text().length() >= SHORTEST_ID && of("id").contains(words.text());
      if (row.isEmpty() && words.field() == null) {
        return true;
      }
      return isId
          || (words.field() != null && whole(words.field(), words.text()))
          || (!row.isEmpty()
              && texts(words.field()).stream().anyMatch(text -> inARow(text, row, words.slop())));
    }

    private boolean whole(String field, String text) {
      return of(field).stream()
          .anyMatch(
              value ->
                  LogWords.folded(value.toString()).equals(LogWords.folded(text))
                      || (value instanceof Number number && sameNumber(number, text)));
    }

    private static boolean sameNumber(Number number, String text) {
      try {
        return number.doubleValue() == Double.parseDouble(text);
      } catch (NumberFormatException none) {
        return false;
      }
    }

    private static boolean inARow(String text, List<String> row, int slop) {
      List<LogWords.Word> words = LogWords.of(text);
      List<List<Integer>> places = new ArrayList<>();
      for (String wanted : row) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
          if (is(text, words.get(i), wanted)) {
            found.add(i);
          }
        }
        if (found.isEmpty()) {
          return false;
        }
        places.add(found);
      }
      return near(places, 0, Integer.MAX_VALUE, Integer.MIN_VALUE, slop);
    }

    /** How far words are from their places in a row, as the index counts it. */
    private static boolean near(
        List<List<Integer>> places, int word, int least, int most, int slop) {
      if (word == places.size()) {
        return true;
      }
      for (int place : places.get(word)) {
        int low = Math.min(least, place - word);
        int high = Math.max(most, place - word);
        if (high - low <= slop && near(places, word + 1, low, high, slop)) {
          return true;
        }
      }
      return false;
    }

    private static boolean is(String text, LogWords.Word word, String wanted) {
      return word.text().equals(wanted) || LogWords.humps(text, word).contains(wanted);
    }

    private boolean anyWord(@Nullable String field, Predicate<String> wanted) {
      return texts(field).stream()
          .anyMatch(
              text ->
                  LogWords.of(text).stream()
                      .anyMatch(
                          word ->
                              wanted.test(word.text())
                                  || LogWords.humps(text, word).stream().anyMatch(wanted)));
    }

    private boolean pattern(LogQuery.Pattern pattern) {
      String folded = LogWords.folded(pattern.text());
      String field = pattern.field();
      if (field != null) {
        Pattern like = like(folded);
        if (of(field).stream()
            .anyMatch(value -> like.matcher(LogWords.folded(value.toString())).matches())) {
          return true;
        }
      }
      List<Pattern> row =
          Pattern.compile("[\\p{L}\\p{N}*?]+")
              .matcher(folded)
              .results()
              .map(match -> match.group())
              .filter(piece -> !piece.chars().allMatch(sign -> sign == '*'))
              .map(Log::like)
              .toList();
      return row.isEmpty() || texts(field).stream().anyMatch(text -> inARow(text, row));
    }

    private static boolean inARow(String text, List<Pattern> row) {
      List<LogWords.Word> words = LogWords.of(text);
      for (int start = 0; start + row.size() <= words.size(); start++) {
        int matched = 0;
        while (matched < row.size() && isLike(text, words.get(start + matched), row.get(matched))) {
          matched++;
        }
        if (matched == row.size()) {
          return true;
        }
      }
      return false;
    }

    private static boolean isLike(String text, LogWords.Word word, Pattern like) {
      return like.matcher(word.text()).matches()
          || LogWords.humps(text, word).stream().anyMatch(hump -> like.matcher(hump).matches());
    }

    private static Pattern like(String text) {
      StringBuilder expression = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        char sign = text.charAt(i);
        switch (sign) {
          case '*' -> expression.append(".*");
          case '?' -> expression.append('.');
          default -> expression.append(Pattern.quote(String.valueOf(sign)));
        }
      }
      return Pattern.compile(expression.toString(), Pattern.DOTALL);
    }

    private boolean expression(LogQuery.Expression expression) {
      Pattern like = Pattern.compile(expression.text(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
      return of(expression.field()).stream()
          .anyMatch(value -> like.matcher(LogWords.folded(value.toString())).matches());
    }

    private boolean exactly(LogQuery.Exactly exactly) {
      return of(exactly.field()).stream()
          .map(value -> LogWords.folded(value.toString()))
          .anyMatch(
              value ->
                  exactly.values().stream()
                      .anyMatch(wanted -> LogWords.folded(wanted).equals(value)));
    }

    private boolean between(LogQuery.Between between) {
      List<? extends Object> candidates =
          between.field().equals("timestamp") ? List.of(timestamp) : of(between.field());
      return candidates.stream()
          .anyMatch(value -> side(value, between.low(), 1) && side(value, between.high(), -1));
    }

    private static boolean side(Object value, LogQuery.@Nullable Limit limit, int direction) {
      if (limit == null) {
        return true;
      }
      Integer order = order(value, limit.value());
      return order != null && (order == 0 ? limit.included() : order * direction > 0);
    }

    private static @Nullable Integer order(Object value, Object limit) {
      return switch (limit) {
        case Instant time when value instanceof Instant at -> at.compareTo(time);
        case Double number when value instanceof Number given ->
            Double.compare(given.doubleValue(), number);
        case String text -> LogWords.folded(value.toString()).compareTo(text);
        default -> null;
      };
    }

    private boolean network(LogQuery.Network network) {
      return of(network.field()).stream()
          .anyMatch(value -> isIn(value.toString(), network.address(), network.bits()));
    }

    private static boolean isIn(String address, String network, int bits) {
      try {
        byte[] one = InetAddress.ofLiteral(address).getAddress();
        byte[] other = InetAddress.ofLiteral(network).getAddress();
        return one.length == other.length && sameStart(one, other, bits);
      } catch (IllegalArgumentException none) {
        return false;
      }
    }

    private static boolean sameStart(byte[] one, byte[] other, int bits) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
