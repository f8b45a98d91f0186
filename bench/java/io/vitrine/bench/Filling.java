package io.vitrine.bench;

import io.vitrine.demo.DemoShop;
import io.vitrine.intake.EveryStep;
import io.vitrine.model.Comparison;
import io.vitrine.model.Event;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Question;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.duckdb.DuckEventStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A store with a year of a made-up shop, filled through the port and kept to be used again. */
final class Filling {

  /** The shop's year; its end is today for the store. */
  static final Period YEAR = new Period(LocalDate.of(2025, 11, 1), LocalDate.of(2026, 10, 31));

  private static final double EVENTS_OF_SCALE_ONE = 500_000;
  private static final int BATCH = 10_000;
  private static final long TELL_EVERY = 500_000;
  private static final String DONE = "filled.properties";

  private final Path folder;
  private final StoreSettings settings;

  Filling(Path folder) {
    this.folder = folder;
    this.settings = StoreSettings.of(folder, DemoShop.ZONE, Shop.CURRENCY);
  }

  StoreSettings settings() {
    return settings;
  }

  /** Opens the store on the day after the year. */
  EventStore open() {
    Instant tomorrow = YEAR.in(DemoShop.ZONE).end().plusSeconds(3600);
    return DuckEventStore.open(settings, Clock.fixed(tomorrow, DemoShop.ZONE));
  }

  /** What filling took; from an earlier run when the folder is full already. */
  Properties fill(long events, Duration limit) throws IOException {
    Path done = folder.resolve(DONE);
    if (!Files.exists(done)) {
      if (Files.exists(folder)) {
        Launch.remove(folder);
      }
      Files.createDirectories(folder);
      Properties told = fillEmpty(events, limit);
      try (var out = Files.newBufferedWriter(done)) {
        told.store(out, null);
      }
    }
    Properties told = new Properties();
    try (var in = Files.newBufferedReader(done)) {
      told.load(in);
    }
    return told;
  }

  /** When the store was filled. */
  FileTime filledAt() throws IOException {
    return Files.getLastModifiedTime(folder.resolve(DONE));
  }

  private Properties fillEmpty(long events, Duration limit) {
    long start = System.nanoTime();
    try (EventStore store = open()) {
      append(store, events / EVENTS_OF_SCALE_ONE, limit);
      double filled = (System.nanoTime() - start) / 1e9;
      long deriving = System.nanoTime();
      store.answer(new Question.Totals(List.of(Metric.VISITORS), YEAR, List.of(), Comparison.NONE));
      double derived = (System.nanoTime() - deriving) / 1e9;
      Properties told = new Properties();
      told.setProperty("events", Long.toString(store.watermark().sequence()));
      told.setProperty("fill_seconds", Report.number(filled, 1).replace(",", ""));
      told.setProperty("derive_seconds", Report.number(derived, 1).replace(",", ""));
      told.setProperty("bytes", Long.toString(store.extent().bytes()));
      return told;
    }
  }

  /** One batch is made while the one before is stored. */
  private void append(EventStore store, double scale, Duration limit) {
    Shop shop = Shop.of(YEAR.from(), scale);
    EveryStep steps = new EveryStep(folder, DemoShop.ZONE, Shop.CURRENCY);
    Instant end = YEAR.in(DemoShop.ZONE).end();
    long deadline = System.nanoTime() + limit.toNanos();
    long told = 0;
    try (ExecutorService storing = Executors.newSingleThreadExecutor()) {
      Future<?> before = storing.submit(() -> {});
      while (shop.hasBefore(end)) {
        List<Event> batch = batch(shop, steps, end);
        await(before);
        before = storing.submit(() -> store.append(batch));
        if (store.watermark().sequence() - told >= TELL_EVERY) {
          told = store.watermark().sequence();
          Report.progress(Report.number((double) told, 0) + " events stored");
        }
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException("only " + told + " events were stored in " + limit);
        }
      }
      await(before);
    }
  }

  private static List<Event> batch(Shop shop, EveryStep steps, Instant end) {
    List<Event.Draft> drafts = new ArrayList<>(BATCH);
    while (drafts.size() < BATCH && shop.hasBefore(end)) {
      drafts.addAll(shop.next(1));
    }
    return steps.pass(drafts, Shop.last(drafts));
  }

  private static void await(Future<?> stored) {
    try {
      stored.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    } catch (ExecutionException e) {
      throw new IllegalStateException("the store failed", e);
    }
  }
}
