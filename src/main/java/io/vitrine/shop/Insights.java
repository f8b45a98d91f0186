package io.vitrine.shop;

import io.vitrine.model.Comparison;
import io.vitrine.model.Finding;
import io.vitrine.model.Period;
import io.vitrine.store.Answers;
import io.vitrine.store.StoreSettings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks at a period from every side that it knows and tells what is worth a look. */
@Component
class Insights {

  private static final int MOST = 9;

  private final Answers answers;
  private final Clock clock;
  private final ZoneId zone;

  Insights(Answers answers, Clock clock, StoreSettings settings) {
    this.answers = answers;
    this.clock = clock;
    this.zone = settings.zone();
  }

  /**
   * Findings about a period, most urgent first. The unfinished day of today is left out on both
   * sides, for half a day beside a whole one would always be a drop.
   *
   * @param beside previous period or previous year
   */
  List<Finding> about(Period asked, Comparison beside) {
    Period whole = withoutToday(asked);
    if (whole == null) {
      return List.of();
    }
    List<Finding> found = new ArrayList<>();
    found.addAll(new TotalChanges(answers).in(whole, beside));
    found.addAll(new PartChanges(answers).in(whole, beside));
    found.addAll(new StrangeDays(answers).in(whole));
    found.sort(Comparator.comparing(Finding::severity, Comparator.comparingInt(Insights::urgency)));
    return found.stream().limit(MOST).toList();
  }

  private static int urgency(Finding.Severity severity) {
    return switch (severity) {
      case BAD -> 0;
      case WARN -> 1;
      case GOOD -> 2;
      case INFO -> 3;
    };
  }

  private @Nullable Period withoutToday(Period asked) {
    LocalDate yesterday = LocalDate.now(clock.withZone(zone)).minusDays(1);
    if (!asked.to().isAfter(yesterday)) {
      return asked;
    }
    return asked.from().isAfter(yesterday) ? null : new Period(asked.from(), yesterday);
  }
}
