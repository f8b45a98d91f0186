package io.vitrine.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vitrine.model.Answer;
import io.vitrine.model.Question;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * The one door through which everything asks. An answer is kept until the store has taken another
 * event or the shop's day has changed, for then the same question may have another answer.
 */
public final class Answers {

  /** Rows kept in all; an answer weighs its rows. */
  private static final long ROWS_KEPT = 500_000;

  private final EventStore store;
  private final Clock clock;
  private final ZoneId zone;
  private final Cache<Key, Answer> kept =
      Caffeine.newBuilder()
          .maximumWeight(ROWS_KEPT)
          .weigher((Key key, Answer answer) -> 1 + answer.rows().size())
          .build();

  /**
   * @param clock tells the day
   * @param zone in which the day is counted
   */
  public Answers(EventStore store, Clock clock, ZoneId zone) {
    this.store = store;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Answers a question from all that was stored before this call.
   *
   * @throws io.vitrine.model.Problem as {@link EventStore#answer}
   */
  public Answer ask(Question question) {
    return kept.get(key(question), key -> store.answer(question));
  }

  /** Names the answer that {@link #ask} would give now; equal tags mean equal answers. */
  public String tag(Question question) {
    return UUID.nameUUIDFromBytes(key(question).toString().getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private Key key(Question question) {
    return new Key(question, store.watermark().sequence(), LocalDate.now(clock.withZone(zone)));
  }

  private record Key(Question question, long watermark, LocalDate today) {}
}
