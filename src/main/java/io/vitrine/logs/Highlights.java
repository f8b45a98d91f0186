package io.vitrine.logs;

import io.vitrine.model.Event;
import io.vitrine.model.LogQuery;
import io.vitrine.model.LogWords;
import io.vitrine.store.LogText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Marks in the texts of a log what a query looked for. The pieces are HTML in which everything of
 * the log is escaped, so that nothing in a log can become an element.
 */
final class Highlights {

  private static final int LONGEST_PIECE = 300;
  private static final int BEFORE = 80;
  private static final int MOST_FIELDS = 12;

  /**
   * Words that are marked.
   *
   * @param field in which they are; null for any
   * @param texts the words themselves; null when only the predicate tells
   */
  private record Wanted(
      @Nullable String field, Predicate<String> word, @Nullable List<String> texts) {

    /** Whether it is worth cutting a text into words, which costs far more than looking. */
    boolean mayBeIn(String ofField, String folded) {
      return (field == null || field.equals(ofField))
          && (texts == null || texts.stream().anyMatch(folded::contains));
    }

    boolean isIn(String text, LogWords.Word here) {
      return word.test(here.text()) || LogWords.humps(text, here).stream().anyMatch(word);
    }
  }

  private final List<Wanted> wanted = new ArrayList<>();

  Highlights(LogQuery query) {
    collect(query);
  }

  private void collect(LogQuery query) {
    switch (query) {
      case LogQuery.Words words -> words(words.field(), words.text());
      case LogQuery.Pattern pattern -> pattern(pattern);
      case LogQuery.Fuzzy fuzzy ->
          want(fuzzy.field(), word -> Distance.within(word, fuzzy.word(), fuzzy.edits()));
      case LogQuery.Exactly exactly ->
          exactly.values().forEach(value -> words(exactly.field(), value));
      case LogQuery.All all -> all.parts().forEach(this::collect);
      case LogQuery.Any any -> any.parts().forEach(this::collect);
      case LogQuery.Everything _,
          LogQuery.Expression _,
          LogQuery.Between _,
          LogQuery.Network _,
          LogQuery.Present _,
          LogQuery.Not _ -> {}
    }
  }

  private void words(@Nullable String field, String text) {
    List<String> words = LogWords.texts(text);
    wanted.add(new Wanted(field, words::contains, words));
  }

  private void pattern(LogQuery.Pattern pattern) {
    for (String piece : LogWords.folded(pattern.text()).split("[^\\p{L}\\p{N}*?]+", -1)) {
      if (piece.chars().anyMatch(Character::isLetterOrDigit)) {
        Pattern like = Pattern.compile(piece.replace("*", ".*").replace("?", "."));
        want(pattern.field(), word -> like.matcher(word).matches());
      }
    }
  }

  private void want(@Nullable String field, Predicate<String> word) {
    wanted.add(new Wanted(field, word, null));
  }

  /** Pieces with marks by field; fields without a mark are left out. */
  Map<String, List<String>> of(Event event) {
    Map<String, List<String>> marked = new LinkedHashMap<>();
    if (wanted.isEmpty()) {
      return marked;
    }
    LogText.valuesOf(event)
        .forEach(
            (field, values) -> {
              List<String> pieces = pieces(field, values);
              if (!pieces.isEmpty() && marked.size() < MOST_FIELDS) {
                marked.put(field, pieces);
              }
            });
    return marked;
  }

  private List<String> pieces(String field, List<Object> values) {
    List<String> pieces = new ArrayList<>();
    for (Object value : values) {
      String text = value.toString();
      List<LogWords.Word> marks = marks(field, text);
      if (!marks.isEmpty()) {
        pieces.add(piece(text, marks));
      }
    }
    return pieces;
  }

  private List<LogWords.Word> marks(String field, String text) {
    String folded = LogWords.folded(text);
    List<Wanted> likely = wanted.stream().filter(want -> want.mayBeIn(field, folded)).toList();
    return likely.isEmpty()
        ? List.of()
        : LogWords.of(text).stream()
            .filter(word -> likely.stream().anyMatch(want -> want.isIn(text, word)))
            .toList();
  }

  private static String piece(String text, List<LogWords.Word> marks) {
    int first = marks.getFirst().from();
    int from = text.length() <= LONGEST_PIECE ? 0 : Math.max(0, first - BEFORE);
    int to = Math.min(text.length(), from + LONGEST_PIECE);
    StringBuilder html = new StringBuilder(from > 0 ? "…" : "");
    int at = from;
    for (LogWords.Word mark : marks) {
      if (mark.from() >= from && mark.to() <= to) {
        escape(text, at, mark.from(), html);
        html.append("<mark>");
        escape(text, mark.from(), mark.to(), html);
        html.append("</mark>");
        at = mark.to();
      }
    }
    escape(text, at, to, html);
    return html.append(to < text.length() ? "…" : "").toString();
  }

  private static void escape(String text, int from, int to, StringBuilder html) {
    for (int i = from; i < to; i++) {
      char sign = text.charAt(i);
      switch (sign) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(sign);
      }
    }
  }
}
