package io.vitrine.store;

import io.vitrine.model.Answer;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Event;
import io.vitrine.model.Filter;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.model.Sort;
import io.vitrine.model.Span;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store in an empty folder of a shop in Paris that counts in euro, on 10 April 2026. */
public abstract class StoreFixture {

  protected static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-04-10T10:00:00Z"), Shop.PARIS);

  @TempDir protected Path folder;
  protected EventStore store;

  protected abstract EventStore open(StoreSettings settings);

  @BeforeEach
  void openStore() {
    store = open(settings());
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  protected StoreSettings settings() {
    return StoreSettings.of(folder, Shop.PARIS, Currency.getInstance("EUR"));
  }

  protected void reopen(StoreSettings settings) {
    store.close();
    store = open(settings);
  }

  protected Appended append(Event.Draft... drafts) {
    return store.append(Arrays.stream(drafts).map(Event.Draft::finish).toList());
  }

  protected static Period days(String from, String to) {
    return new Period(LocalDate.parse(from), LocalDate.parse(to));
  }

  protected static Period day(String day) {
    return days(day, day);
  }

  protected static Filter is(Dimension dimension, String... values) {
    return new Filter(dimension, Filter.Op.IS, List.of(values));
  }

  /** The only row of totals. */
  protected List<@Nullable Object> totals(Span span, List<Filter> filters, Metric... metrics) {
    Answer answer =
        store.answer(new Question.Totals(List.of(metrics), span, filters, Comparison.NONE));
    return answer.rows().getFirst();
  }

  protected List<@Nullable Object> totals(Span span, Metric... metrics) {
    return totals(span, List.of(), metrics);
  }

  protected Answer breakdown(Span span, List<Dimension> by, Metric... metrics) {
    return store.answer(
        new Question.Breakdown(
            List.of(metrics),
            by,
            span,
            List.of(),
            Comparison.NONE,
            new Sort(by.getFirst().wireName(), false),
            100));
  }

  /** A row that may hold nulls. */
  protected static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }
}
