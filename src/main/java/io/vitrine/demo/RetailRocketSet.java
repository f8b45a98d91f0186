package io.vitrine.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/**
 * A made-up data set in the files and shape of the RetailRocket set: {@code events.csv}, {@code
 * item_properties_part1.csv}, {@code item_properties_part2.csv} and {@code category_tree.csv}, with
 * as many visitors, items and properties to an event as the real one has.
 *
 * @param seed decides everything
 * @param events rows of {@code events.csv}, exact duplicates included
 */
public record RetailRocketSet(long seed, long events) {

  /** Properties of the real set for each of its events: 20,275,902 to 2,756,101. */
  private static final double PROPERTIES_PER_EVENT = 7.36;

  private static final double PART_OF_EVENTS = 1 / (1 + PROPERTIES_PER_EVENT / 2);

  /**
   * What was written.
   *
   * @param events rows of events
   * @param duplicates of these, rows that are equal to one before
   * @param properties rows of properties
   * @param categories rows of the category tree
   */
  public record Written(long events, long duplicates, long properties, long categories) {}

  public RetailRocketSet {
    if (events < 1) {
      throw new IllegalArgumentException("events is " + events + ", not at least 1");
    }
  }

  /**
   * Writes the files into a folder, over files of the same names.
   *
   * @param progress is told the part that is done, 0 to 1
   */
  public Written write(Path folder, DoubleConsumer progress) throws IOException {
    Files.createDirectories(folder);
    RetailRocketItems items = new RetailRocketItems(seed, events);
    RetailRocketVisits visits = new RetailRocketVisits(seed, events, items.count());
    visits.write(folder, part -> progress.accept(part * PART_OF_EVENTS));
    long properties =
        items.write(folder, part -> progress.accept(PART_OF_EVENTS + part * (1 - PART_OF_EVENTS)));
    return new Written(
        events, visits.duplicates(), properties, RetailRocketTree.write(seed, folder));
  }
}
