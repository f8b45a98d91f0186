package io.vitrine.store.sql;

import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.FieldType;
import io.vitrine.model.Person;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is stored of a person, in SQL. */
public final class PersonSql {

  private static final Statements PARTS = Statements.read("privacy.sql");

  /** Texts of an order that accounts need and that name nobody. */
  private static final Set<Field> OF_ORDERS =
      EnumSet.of(
          Field.ID,
          Field.TYPE,
          Field.VISITOR_ID,
          Field.SOURCE,
          Field.PRODUCT_ID,
          Field.PRODUCT_NAME,
          Field.CATEGORY_ID,
          Field.ORDER_ID,
          Field.CURRENCY,
          Field.COUPON,
          Field.REFERRER_HOST,
          Field.UTM_SOURCE,
          Field.UTM_MEDIUM,
          Field.UTM_CAMPAIGN,
          Field.CHANNEL,
          Field.COUNTRY,
          Field.BROWSER,
          Field.SYSTEM,
          Field.DEVICE,
          Field.EXPERIMENT,
          Field.VARIANT,
          Field.PAYMENT_METHOD,
          Field.STATUS);

  private PersonSql() {}

  /** One of the statements that take their values as they are. */
  public static Sql of(String name, @Nullable Object... values) {
    return Sql.of(PARTS.get(name), values);
  }

  /** Sequence numbers of all events that are of a person or name one. */
  public static Sql about(List<String> names) {
    return Sql.of(withTexts("about"), array(names), array(names), pattern(names));
  }

  /** Notes those events; the first list has the types that are kept without the person. */
  public static Sql gather(List<String> names, List<String> orders) {
    String[] logs = EventType.logs().stream().map(EventType::name).toArray(String[]::new);
    return Sql.of(
        withTexts("gather"), array(orders), logs, array(names), array(names), pattern(names));
  }

  /** Ids of kept events that name the person. */
  public static Sql tellingIds(List<String> names) {
    return Sql.of(PARTS.get("telling_ids"), pattern(names));
  }

  /** Copies what stays, without the person. */
  public static Sql keep(long visitorKey, String visitorId) {
    String blanked =
        Arrays.stream(Field.values())
            .filter(field -> isText(field) && !OF_ORDERS.contains(field))
            .map(field -> PARTS.of("blanked", field.wireName()))
            .collect(Collectors.joining(",\n  "));
    String text =
        PARTS.get("keep").replace("{blanked}", blanked + ",\n  " + PARTS.of("blanked", "others"));
    return Sql.of(text, visitorKey, visitorId);
  }

  private static boolean isText(Field field) {
    return field.type() == FieldType.TEXT;
  }

  private static String withTexts(String name) {
    String texts =
        Arrays.stream(Field.values())
            .filter(PersonSql::isText)
            .map(field -> '"' + field.wireName() + '"')
            .collect(Collectors.joining(", "));
    return PARTS.get(name).replace("{texts}", texts + ", items, others");
  }

  private static String[] array(List<String> texts) {
    return texts.toArray(String[]::new);
  }

  /**
   * A name that stands by itself in a text, as it is or as addresses and bodies of forms write it.
   */
  private static @Nullable String pattern(List<String> names) {
    List<String> within = Person.withinTexts(names);
    if (within.isEmpty()) {
      return null;
    }
    return within.stream()
        .flatMap(name -> List.of(name, name.replace("@", "%40")).stream())
        .distinct()
        .map(name -> "\\Q" + name + "\\E")
        .collect(Collectors.joining("|", "(?i)(^|[^a-z0-9])(", ")($|[^a-z0-9])"));
  }
}
