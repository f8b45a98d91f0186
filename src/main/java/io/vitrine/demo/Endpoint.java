package io.vitrine.demo;

import io.vitrine.model.Event;
import io.vitrine.model.Field;

/** A call that a visitor's act makes on a service, and how long it takes. */
enum Endpoint {
  PAGE("GET", "/api/pages", "catalog", 55, 0.35, 0.6),
  PRODUCT("GET", "/api/products/{id}", "catalog", 85, 0.45, 0.5),
  SEARCH("GET", "/api/search", "search", 170, 0.55, 0.2),
  CART("POST", "/api/cart", "gateway", 75, 0.5, 0),
  CHECKOUT("POST", "/api/checkout", "checkout-api", 260, 0.45, 0),
  ORDER("POST", "/api/orders", "checkout-api", 430, 0.4, 0);

  private final String method;
  private final String path;
  private final String service;
  private final double median;
  private final double databasePart;
  private final double cached;

  Endpoint(
      String method,
      String path,
      String service,
      double median,
      double databasePart,
      double cached) {
    this.method = method;
    this.path = path;
    this.service = service;
    this.median = median;
    this.databasePart = databasePart;
    this.cached = cached;
  }

  /** The call behind an event of the shop. */
  static Endpoint of(Event.Draft event) {
    return switch (String.valueOf(event.text(Field.TYPE))) {
      case "product_view" -> PRODUCT;
      case "search" -> SEARCH;
      case "add_to_cart", "remove_from_cart" -> CART;
      case "checkout" -> CHECKOUT;
      case "purchase" -> ORDER;
      default -> PAGE;
    };
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  String service() {
    return service;
  }

  /** Whether the cache answers. */
  boolean hit(Dice dice) {
    return dice.chance(cached);
  }

  /** Response time in milliseconds: log-normal, with a slow tail. */
  double time(Dice dice, boolean hit) {
    double time = dice.logNormal(hit ? median * 0.25 : median, 0.45);
    return Math.round(dice.chance(0.009) ? time * dice.between(4, 28) : time);
  }

  /** Database time in milliseconds within a response time. */
  double databaseTime(Dice dice, boolean hit, double time) {
    return hit ? 0 : Math.round(time * Math.min(0.9, databasePart * dice.between(0.6, 1.5)));
  }
}
