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
 * Knows what happened. The name is written in small letters with underscores for spaces; the names
 * of the table below mean one of ours, any other of a-z, 0-9, _ . : and - is kept as the shop's
 * own. A missing type is read from fields that only one kind of log has; a record that could be two
 * things is refused.
 */
final class KnowType implements Step {

  private static final int LONGEST = Field.TYPE.longest();
  private static final Map<String, String> MEANINGS = new HashMap<>();

  static {
    meaning(EventType.PAGE_VIEW, "pageview", "$pageview", "page", "page_viewed");
    meaning(
        EventType.PRODUCT_VIEW,
        "view",
        "view_item",
        "product_viewed",
        "viewed_product",
        "productview",
        "product_detail",
        "item_view");
    meaning(EventType.SEARCH, "products_searched", "view_search_results", "site_search");
    meaning(
        EventType.ADD_TO_CART,
        "addtocart",
        "add_to_basket",
        "cart_add",
        "product_added",
        "added_product");
    meaning(
        EventType.REMOVE_FROM_CART,
        "removefromcart",
        "remove_from_basket",
        "cart_remove",
        "product_removed",
        "removed_product");
    meaning(
        EventType.CHECKOUT,
        "begin_checkout",
        "checkout_started",
        "checkout_start",
        "initiate_checkout");
    meaning(
        EventType.PURCHASE,
        "order",
        "order_completed",
        "completed_order",
        "order_placed",
        "bought");
    meaning(EventType.REFUND, "order_refunded", "refunded_order", "refunded");
    meaning(
        EventType.CANCELLATION,
        "order_cancelled",
        "order_canceled",
        "cancelled_order",
        "cancel_order");
    meaning(
        EventType.EXPOSURE, "experiment_viewed", "experience_impression", "$feature_flag_called");
    meaning(EventType.USER_BEHAVIOR, "user_behaviour", "behavior", "behaviour");
    meaning(EventType.PERFORMANCE, "perf");
    meaning(EventType.LOG, "logs", "application", "app_log");
    meaning(EventType.ERROR, "errors", "exception");
  }

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    String given = draft.text(Field.TYPE);
    if (given == null) {
      return infer(draft);
    }
    String known = MEANINGS.get(given);
    String name = known == null ? normal(given) : known;
    if (!isLegal(name)) {
      return Refusal.of(Reason.BAD_TYPE_NAME, "type", given, "1 to 64 of a-z, 0-9, _ . : and -");
    }
    draft.set(Field.TYPE, name);
    return null;
  }

  private static String normal(String given) {
    String name = given.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    return MEANINGS.getOrDefault(name, name);
  }

  private static @Nullable Refusal infer(Event.Draft draft) {
    EventType type = inferred(draft);
    if (type == null) {
      return Refusal.of(
          Reason.MISSING_TYPE, "the record has no type, and its fields do not tell what happened");
    }
    draft.set(Field.TYPE, type.name());
    return null;
  }

  /** Whether the fields of a draft tell what happened. */
  static boolean tells(Event.Draft draft) {
    return inferred(draft) != null;
  }

  private static @Nullable EventType inferred(Event.Draft draft) {
    if (hasAny(draft, Field.FRAUD_SCORE, Field.FRAUD_DETECTED, Field.INDICATORS)) {
      return EventType.FRAUD;
    }
    if (hasAny(draft, Field.ERROR_CODE, Field.ERROR_TYPE, Field.ERROR_MESSAGE, Field.STACK_TRACE)) {
      return EventType.ERROR;
    }
    if (hasAny(draft, Field.RESPONSE_TIME, Field.DB_QUERY_TIME, Field.CACHE_HIT)) {
      return EventType.PERFORMANCE;
    }
    if (hasAny(draft, Field.TRANSACTION_ID, Field.PAYMENT_METHOD, Field.TRANSACTION_TYPE)) {
      return EventType.TRANSACTION;
    }
    if (draft.has(Field.ACTION)) {
      return EventType.USER_BEHAVIOR;
    }
    return inferredOther(draft);
  }

  private static @Nullable EventType inferredOther(Event.Draft draft) {
    if (draft.has(Field.EXPERIMENT) && draft.has(Field.VARIANT)) {
      return EventType.EXPOSURE;
    }
    if (draft.has(Field.SEARCH_QUERY)) {
      return EventType.SEARCH;
    }
    return hasAny(draft, Field.MESSAGE, Field.LEVEL, Field.SERVICE) ? EventType.LOG : null;
  }

  private static boolean hasAny(Event.Draft draft, Field... fields) {
    for (Field field : fields) {
      if (draft.has(field)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLegal(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isLegal(name.charAt(i))) {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= LONGEST;
  }

  private static boolean isLegal(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || "_.:-".indexOf(c) >= 0;
  }

  private static void meaning(EventType type, String... names) {
    MEANINGS.put(type.name(), type.name());
    for (String name : names) {
      MEANINGS.put(name, type.name());
    }
  }
}
