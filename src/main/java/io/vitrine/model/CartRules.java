package io.vitrine.model;

import java.time.Duration;

/**
 * When a cart is abandoned, and when it is over.
 *
 * @param idle a cart that nobody has touched for longer is abandoned, until it is bought after all
 * @param life a cart that nobody has touched for longer is over: what is added then begins another
 */
public record CartRules(Duration idle, Duration life) {

  /** Abandoned after a day, over after thirty. */
  public static final CartRules DEFAULT = new CartRules(Duration.ofHours(24), Duration.ofDays(30));

  public CartRules {
    if (!idle.isPositive() || life.compareTo(idle) <= 0) {
      throw Problem.caller(
          "cart_rules",
          "a cart is abandoned after some time (vitrine.shop.cart-idle) and over after more"
              + " (vitrine.shop.cart-life); %s and %s are not that".formatted(idle, life));
    }
  }
}
