package io.vitrine.demo;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Errors that the shop's services make. */
enum Fault {
  CARD_DECLINED(
      9,
      "payments",
      "PAY-402",
      "PaymentDeclined",
      "the bank declined card ending %d",
      "/api/payments"),
  STOCK_RACE(
      5,
      "inventory",
      "INV-409",
      "OptimisticLock",
      "stock of ML-%d changed while it was reserved",
      "/api/stock"),
  SEARCH_TIMEOUT(
      4, "search", "SEA-504", "QueryTimeout", "query took longer than %d ms", "/api/search"),
  PRODUCT_MISSING(
      6, "catalog", "CAT-404", "ProductNotFound", "no product ML-%d", "/api/products/{id}"),
  NULL_ADDRESS(
      2,
      "checkout-api",
      "CHK-500",
      "NullPointerException",
      "delivery address of cart %d is null",
      "/api/checkout"),
  GATEWAY_RESET(
      3, "gateway", "GW-502", "ConnectionReset", "upstream closed connection %d", "/api/cart"),
  CHECKOUT_DOWN(
      0,
      "checkout-api",
      "CHK-503",
      "PoolExhausted",
      "no database connection after %d ms",
      "/api/orders"),
  LABEL_FORMAT(
      0,
      "inventory",
      "INV-422",
      "LabelRejected",
      "carrier rejected label %d: unknown format",
      "/api/labels");

  private static final Odds<Fault> ODDS = new Odds<>(List.of(values()), fault -> fault.share);

  private final double share;
  private final String service;
  private final String code;
  private final String type;
  private final String message;
  private final String endpoint;

  Fault(double share, String service, String code, String type, String message, String endpoint) {
    this.share = share;
    this.service = service;
    this.code = code;
    this.type = type;
    this.message = message;
    this.endpoint = endpoint;
  }

  /** One of the everyday errors. */
  static Fault everyday(Dice dice) {
    return ODDS.draw(dice);
  }

  Event.Draft log(String id, Instant at, Dice dice) {
    String text = String.format(Locale.ROOT, message, 1000 + dice.below(9000));
    String level = this == CHECKOUT_DOWN ? "FATAL" : this == CARD_DECLINED ? "WARN" : "ERROR";
    return LogLine.of(EventType.ERROR, id, at, level, service)
        .set(Field.ERROR_CODE, code)
        .set(Field.ERROR_TYPE, type)
        .set(Field.ERROR_MESSAGE, text)
        .set(Field.MESSAGE, type + ": " + text)
        .set(Field.ENDPOINT, endpoint)
        .set(Field.STACK_TRACE, trace(text, dice));
  }

  private String trace(String text, Dice dice) {
    String place = service.replace("-", "");
    return String.format(
        Locale.ROOT,
        """
        shop.maisonlumen.%s.%s: %s
        \tat shop.maisonlumen.%s.Handler.handle(Handler.java:%d)
        \tat shop.maisonlumen.web.Router.route(Router.java:88)
        \tat java.base/java.lang.VirtualThread.run(VirtualThread.java:456)""",
        place,
        type,
        text,
        place,
        40 + dice.below(60));
  }
}
