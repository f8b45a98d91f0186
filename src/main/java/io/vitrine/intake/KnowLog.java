package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a log's level in capitals, whatever its sender calls it: names of the common libraries and
 * of syslog, syslog's numbers 0 to 7, and the numbers 10 to 60 of JSON loggers. Other names are
 * kept in capitals. A log of type error without a level has ERROR. Times are not negative and a
 * fraud score is 0 to 100.
 */
final class KnowLog implements Step {

  private static final Map<String, String> LEVELS = new HashMap<>();

  static {
    level("TRACE", "trace", "finest", "finer", "verbose", "silly", "10");
    level("DEBUG", "debug", "fine", "config", "dbg", "7", "20");
    level("INFO", "info", "information", "informational", "notice", "inf", "5", "6", "30");
    level("WARN", "warn", "warning", "wrn", "4", "40");
    level("ERROR", "error", "err", "eror", "severe", "3", "50");
    level(
        "FATAL",
        "fatal",
        "critical",
        "crit",
        "alert",
        "emerg",
        "emergency",
        "panic",
        "0",
        "1",
        "2",
        "60");
  }

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    Refusal refusal = level(draft);
    if (refusal == null) {
      refusal =
          Ranges.notNegative(draft, Field.RESPONSE_TIME, Field.DB_QUERY_TIME, Field.DURATION_MS);
    }
    return refusal == null ? fraudScore(draft) : refusal;
  }

  private static @Nullable Refusal level(Event.Draft draft) {
    String given = draft.text(Field.LEVEL);
    if (given == null) {
      draft.set(Field.LEVEL, isError(draft) ? "ERROR" : null);
      return null;
    }
    String level = LEVELS.get(given);
    draft.set(Field.LEVEL, level == null ? normal(given) : level);
    return given.length() > Field.LEVEL.longest()
        ? Refusal.of(Reason.TOO_LONG, "level", given, "at most 16 characters")
        : null;
  }

  private static boolean isError(Event.Draft draft) {
    return EventType.ERROR.name().equals(draft.text(Field.TYPE));
  }

  private static String normal(String given) {
    String known = LEVELS.get(given.toLowerCase(Locale.ROOT));
    return known == null ? given.toUpperCase(Locale.ROOT) : known;
  }

  private static @Nullable Refusal fraudScore(Event.Draft draft) {
    Double score = (Double) draft.value(Field.FRAUD_SCORE);
    return score == null || (score >= 0 && score <= 100)
        ? null
        : Refusal.of(Reason.OUT_OF_RANGE, "fraud_score", score, "0 to 100");
  }

  private static void level(String level, String... names) {
    LEVELS.put(level, level);
    for (String name : names) {
      LEVELS.put(name, level);
    }
  }
}
