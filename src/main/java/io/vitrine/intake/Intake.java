package io.vitrine.intake;

import io.vitrine.accounts.Load;
import io.vitrine.model.Event;
import io.vitrine.store.Appended;
import io.vitrine.store.EventStore;
import io.vitrine.store.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one way in for events, whatever brought them: the API, a file, an import, the demo shop. Each
 * draft passes the steps, those that are kept are stored in one commit, and the taps see them
 * afterwards. Thread-safe.
 */
public final class Intake {

  private final EventStore store;
  private final Steps steps;
  private final Taps taps;
  private final Clock clock;
  private final DiskRoom room;
  private final IntakeCounts counts = new IntakeCounts();

  Intake(EventStore store, Steps steps, Taps taps, Clock clock) {
    this(store, steps, taps, clock, DiskRoom.endless());
  }

  Intake(EventStore store, Steps steps, Taps taps, Clock clock, DiskRoom room) {
    this.store = store;
    this.steps = steps;
    this.taps = taps;
    this.clock = clock;
    this.room = room;
  }

  /**
   * What a step did since the start.
   *
   * @param name of the step
   * @param kept events that passed it
   * @param dropped events that it refused
   * @param spent time in it
   */
  public record StepCount(String name, long kept, long dropped, Duration spent) {}

  /**
   * Stores drafts. What the receipt counts as accepted survives the death of the process. Blocks
   * until then.
   *
   * @param drafts not to be used afterwards; at most 20,000 or so, since all of them are stored or
   *     none
   * @throws io.vitrine.model.Problem of category LOAD when the store has too much to do or the disk
   *     is nearly full; then nothing is stored
   */
  public Receipt accept(List<Event.Draft> drafts) {
    return accept(Decoded.of(drafts));
  }

  /** What each step did, in their order. */
  public List<StepCount> steps() {
    return steps.counts();
  }

  Receipt accept(Decoded decoded) {
    return accept(decoded, new @Nullable Outcome[decoded.size()]);
  }

  /**
   * Stores what was decoded.
   *
   * @param outcomes is filled by index: null for a record that is no event
   */
  Receipt accept(Decoded decoded, @Nullable Outcome[] outcomes) {
    room.check();
    Load.addEvents(decoded.size());
    Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Integer> kept = new ArrayList<>();
    List<Event> events = passed(decoded, receivedAt, kept);
    Receipt receipt =
        events.isEmpty() ? receipt(decoded, 0, 0) : stored(decoded, events, kept, outcomes);
    counts.add(receipt, decoded.rejections());
    return receipt;
  }

  IntakeCounts counts() {
    return counts;
  }

  private List<Event> passed(Decoded decoded, Instant receivedAt, List<Integer> kept) {
    List<@Nullable Refusal> refusals = steps.pass(decoded.drafts(), receivedAt);
    List<Event> events = new ArrayList<>(refusals.size());
    for (int i = 0; i < refusals.size(); i++) {
      Refusal refusal = refusals.get(i);
      if (refusal == null) {
        events.add(decoded.drafts().get(i).finish());
        kept.add(decoded.index(i));
      } else {
        decoded.rejections().add(decoded.index(i), refusal);
      }
    }
    return events;
  }

  private Receipt stored(
      Decoded decoded, List<Event> events, List<Integer> kept, @Nullable Outcome[] outcomes) {
    Appended appended = store.append(events);
    for (int i = 0; i < kept.size(); i++) {
      outcomes[kept.get(i)] = appended.outcomes().get(i);
    }
    taps.offer(fresh(events, appended), appended.watermark());
    return receipt(decoded, appended.stored(), appended.duplicates());
  }

  private static List<Event> fresh(List<Event> events, Appended appended) {
    if (appended.duplicates() == 0) {
      return events;
    }
    List<Event> fresh = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (appended.outcomes().get(i) == Outcome.STORED) {
        fresh.add(events.get(i));
      }
    }
    return fresh;
  }

  private static Receipt receipt(Decoded decoded, long stored, long duplicates) {
    Rejections rejections = decoded.rejections();
    return new Receipt(stored, duplicates, rejections.listed(), rejections.total());
  }
}
