package io.vitrine.boards;

import io.vitrine.model.Dimension;
import io.vitrine.model.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The words of e-mails in one language, from a resource file; those of figures are the pages'. */
final class MailWords {

  static final List<String> LANGUAGES = List.of("en", "fr", "es");

  private final String language;
  private final Properties texts = new Properties();

  private MailWords(String language) {
    this.language = language;
    try (InputStream file =
            MailWords.class.getResourceAsStream("words_" + language + ".properties");
        Reader reader = new InputStreamReader(required(file, language), StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the words of " + language, e);
    }
  }

  private static InputStream required(@Nullable InputStream file, String language) {
    if (file == null) {
      throw new IllegalStateException("there are no words of " + language);
    }
    return file;
  }

  static MailWords of(String language) {
    return new MailWords(LANGUAGES.contains(language) ? language : LANGUAGES.getFirst());
  }

  String language() {
    return language;
  }

  /** English figures are written the British way, with the day before the month. */
  Locale locale() {
    return language.equals("en") ? Locale.UK : Locale.of(language);
  }

  String say(String key, Object... values) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("no words for " + key + " in " + language);
    }
    return values.length == 0 ? text : new MessageFormat(text, locale()).format(values);
  }

  String metric(Metric metric) {
    return say("metric." + metric.wireName());
  }

  String dimension(Dimension dimension) {
    return say("field." + dimension.wireName());
  }

  /** The name of a chart, or what it shows when it has none. */
  String title(Board.Shown chart) {
    Plan plan = chart.plan();
    if (!chart.name().isBlank()) {
      return chart.name();
    }
    if (plan.logs() != null) {
      return logs(plan.logs(), plan.logCount());
    }
    if (plan.drawing() == Drawing.FUNNEL) {
      return say("title.way", metric(plan.metrics().getFirst()), metric(plan.metrics().getLast()));
    }
    String metrics = list(plan.metrics().stream().map(this::metric).toList());
    if (plan.overTime()) {
      return say("title.over", metrics);
    }
    String by = list(plan.by().stream().map(this::dimension).toList());
    return by.isEmpty() ? metrics : say("title.by", metrics, by);
  }

  private String logs(LogChart chart, @Nullable LogCount count) {
    if (count == null) {
      return say("logs." + Names.of(chart));
    }
    String field = count.field();
    String title =
        field == null
            ? say("logs." + Names.of(chart))
            : say("logs." + Names.of(chart) + ".by", field(field));
    return count.search().isEmpty() ? title : title + ": " + count.search();
  }

  /** A field of logs; one that has no words here stands as its sender named it. */
  String field(String name) {
    String key = "log." + name;
    return texts.containsKey(key) ? say(key) : name;
  }

  /** A value that the product names itself, such as a channel; any other stands as it is. */
  String value(String column, String value) {
    String key = column + "." + value.replace(' ', '_');
    return texts.containsKey(key) ? say(key) : value;
  }

  private String list(List<String> names) {
    if (names.size() < 2) {
      return String.join("", names);
    }
    String first = String.join(", ", names.subList(0, names.size() - 1));
    return first + " " + say("title.and") + " " + names.getLast();
  }
}
