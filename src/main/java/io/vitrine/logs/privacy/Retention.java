package io.vitrine.logs.privacy;

import io.vitrine.model.EventType;
import io.vitrine.model.LogQuery;
import io.vitrine.model.LogQuery.Between;
import io.vitrine.model.LogQuery.Exactly;
import io.vitrine.model.LogQuery.Limit;
import io.vitrine.model.Problem;
import io.vitrine.store.EventStore;
import io.vitrine.store.LegalHold;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogSearch;
import io.vitrine.store.LogSearch.Order;
import io.vitrine.store.PrivacyReceipt;
import io.vitrine.store.PrivacyRecords;
import io.vitrine.store.Records;
import io.vitrine.store.SettingRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Drops logs that are older than is set for their type, once an hour. Events of the shop have no
 * age: its history is what the product is for. Nothing is dropped while a legal hold stands.
 */
@Component
class Retention implements DisposableBean {

  private static final System.Logger LOG = System.getLogger(Retention.class.getName());
  private static final String PREFIX = "retention.";
  private static final int MOST_DAYS = 36_500;

  private final EventStore store;
  private final LogIndex index;
  private final CaughtUp caughtUp;
  private final SettingRecords settings;
  private final PrivacyRecords records;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("log-retention").daemon().factory());

  Retention(EventStore store, LogIndex index, Records records, Clock clock) {
    this.store = store;
    this.index = index;
    this.caughtUp = new CaughtUp(store, index);
    this.settings = records.settings();
    this.records = records.privacy();
    this.clock = clock;
    ScheduledFuture<?> _ = timer.scheduleWithFixedDelay(this::dropOrTell, 5, 60, TimeUnit.MINUTES);
  }

  /** Days that logs are kept, by type; types without a number are kept for ever. */
  Map<String, Integer> days() {
    Map<String, Integer> days = new TreeMap<>();
    settings
        .startingWith(PREFIX)
        .forEach((name, text) -> days.put(name.substring(PREFIX.length()), Integer.valueOf(text)));
    return days;
  }

  /**
   * Sets the days of all types; those left out are kept for ever.
   *
   * @throws Problem of category CALLER for a type that is none of logs or days that are none
   */
  void keep(Map<String, Integer> days) {
    List<String> types = EventType.logs().stream().map(EventType::name).toList();
    days.forEach(
        (type, number) -> {
          if (!types.contains(type) || number < 1 || number > MOST_DAYS) {
            throw Problem.caller(
                "retention_days",
                "logs of a type are kept for 1 to %d days; %s: %d is neither"
                    .formatted(MOST_DAYS, type, number));
          }
        });
    for (String type : types) {
      Integer number = days.get(type);
      if (number == null) {
        settings.remove(PREFIX + type);
      } else {
        settings.put(PREFIX + type, number.toString(), clock.instant());
      }
    }
  }

  private void dropOrTell() {
    try {
      drop("retention");
    } catch (RuntimeException failure) {
      LOG.log(
          System.Logger.Level.ERROR, "Old logs could not be dropped; it is tried again", failure);
    }
  }

  /** Drops now what is too old; counts by type. */
  synchronized Map<String, Long> drop(String askedBy) {
    Map<String, Long> dropped = new LinkedHashMap<>();
    if (records.holds().stream().anyMatch(LegalHold::holds)) {
      return dropped;
    }
    days().forEach((type, number) -> dropped.put(type, drop(type, number)));
    dropped.values().removeIf(count -> count == 0);
    if (!dropped.isEmpty()) {
      records.add(
          new PrivacyReceipt(
              UUID.randomUUID(), PrivacyReceipt.Kind.RETENTION, askedBy, clock.instant(), dropped));
    }
    return dropped;
  }

  private long drop(String type, int days) {
    Instant before = clock.instant().minus(Duration.ofDays(days));
    long dropped = store.dropLogs(new EventType(type), before);
    LogQuery old =
        LogQuery.all(
            List.of(
                new Exactly("type", List.of(type)),
                new Between("timestamp", null, new Limit(before, false))));
    // The index is asked too: the program may have died between the two the last time, or the index
    // have been too busy to wait for.
    if ((dropped > 0 && caughtUp.await())
        || index.search(LogSearch.hits(old, Order.NEWEST, 0, null)).total() > 0) {
      index.remove(old);
    }
    return dropped;
  }

  @Override
  public void destroy() {
    timer.shutdownNow();
  }
}
