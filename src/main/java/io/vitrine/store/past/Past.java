package io.vitrine.store.past;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/**
 * A shop's past as numbered visitors, products and orders, with the properties of the products over
 * time.
 *
 * @param kind of the import, such as {@code retailrocket}
 * @param fingerprint of all files together
 * @param rule what joins events to sessions
 * @param actions what visitors did: place (of the row in its file, unique), millis (since 1970),
 *     visitor, kind (0 view, 1 add to cart, 2 purchased line), product, order (or none)
 * @param properties what is known of the products, a part per file
 * @param names of the properties with a negative number, known when all parts have been read
 * @param paths from a category's number to its path from the root, such as {@code 7/213/1016}
 * @param progress is told, after all has been read, the part that is stored, 0 to 1
 */
public record Past(
    String kind,
    String fingerprint,
    SessionRule rule,
    Rows actions,
    List<Part> properties,
    Supplier<Map<Integer, String>> names,
    Map<Long, String> paths,
    DoubleConsumer progress) {

  /** Number of the property that holds a product's category. */
  public static final int CATEGORY = -1;

  /** Number of the property that says 1 when a product can be bought and 0 when it cannot. */
  public static final int AVAILABLE = -2;

  /** Number of the property that holds the price. */
  public static final int PRICE = 790;

  /** The columns of {@link #actions()}. */
  public static final List<Rows.Column> ACTION_COLUMNS =
      List.of(
          number("place"),
          number("millis"),
          number("visitor"),
          number("kind"),
          number("product"),
          number("order"));

  /** The columns of a part of {@link #properties()}. */
  public static final List<Rows.Column> PROPERTY_COLUMNS =
      List.of(
          number("millis"),
          number("product"),
          number("property"),
          new Rows.Column("value", Rows.Type.TEXT));

  private static Rows.Column number(String name) {
    return new Rows.Column(name, Rows.Type.NUMBER);
  }

  /**
   * A file of properties. A part that was read whole before an import was killed is not read again.
   *
   * @param fingerprint of the file
   * @param rows the columns millis, product, property, value
   */
  public record Part(String fingerprint, Rows rows) {}

  public Past {
    properties = List.copyOf(properties);
    paths = Map.copyOf(paths);
  }
}
