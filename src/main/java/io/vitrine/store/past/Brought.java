package io.vitrine.store.past;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import of a {@link Past} has come to. Days are those of UTC.
 *
 * @param repeated rows that equal an earlier one in everything
 * @param known rows whose event the store held already
 * @param stored events that are new in the store
 * @param kept rows that are neither repeated nor refused, by kind: views, additions, lines
 * @param visitors distinct visitors of the kept rows
 * @param products distinct products of the kept rows
 * @param orders distinct orders of the kept rows
 * @param firstDay of the kept rows; null when there is none
 * @param lastDay of the kept rows
 * @param days distinct days of the kept rows
 * @param sessionsByInactivity of the kept rows, with the shop's gap
 * @param sessionsByCalendarDay distinct visitors and days
 * @param properties rows of properties of this import's files
 * @param items distinct products in them
 * @param names distinct properties in them
 * @param revenue of the orders with a line in this import, in the reporting currency
 * @param linesWithoutPrice purchased lines of products without a price at that time
 * @param linesPricedLater of these, lines of products that have a price later on
 */
public record Brought(
    List<Repeated> repeated,
    long known,
    long stored,
    List<Long> kept,
    long visitors,
    long products,
    long orders,
    @Nullable LocalDate firstDay,
    @Nullable LocalDate lastDay,
    long days,
    long sessionsByInactivity,
    long sessionsByCalendarDay,
    long properties,
    long items,
    long names,
    BigDecimal revenue,
    long linesWithoutPrice,
    long linesPricedLater) {

  /**
   * A row that was there before.
   *
   * @param place of the row in its file
   * @param text moment, visitor, kind, product and order, separated by commas
   */
  public record Repeated(long place, String text) {}

  public Brought {
    repeated = List.copyOf(repeated);
    kept = List.copyOf(kept);
  }
}
