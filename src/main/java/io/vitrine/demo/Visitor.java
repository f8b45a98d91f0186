package io.vitrine.demo;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person with a browser. Its habits never change; its cart, visits and orders do. */
final class Visitor {

  private final long number;
  private final Market market;
  private final Agent agent;
  private final String favourite;
  private final String homeAddress;
  private final double drive;
  private final double loyalty;
  private final boolean registers;

  /** What lies in the cart between visits, with pieces. */
  final Map<Product, Integer> cart = new LinkedHashMap<>();

  int visits;
  int orders;
  boolean signedIn;

  private Visitor(long number, Dice dice) {
    this.number = number;
    this.market = Market.draw(dice);
    this.agent = Agent.draw(dice);
    this.favourite = dice.pick(Words.SHELVES).path();
    this.homeAddress = market.address(dice);
    this.drive = dice.logNormal(0.8, 0.7);
    this.loyalty = dice.logNormal(0.85, 0.6);
    this.registers = dice.chance(0.35);
  }

  /** The visitor with that number in the shop of a seed. */
  static Visitor of(long seed, long number) {
    return new Visitor(number, Dice.of(seed, 21, number));
  }

  long number() {
    return number;
  }

  Market market() {
    return market;
  }

  Agent agent() {
    return agent;
  }

  String favourite() {
    return favourite;
  }

  String address() {
    return homeAddress;
  }

  /** Readiness to buy that is the visitor's own; about 1 on average. */
  double drive() {
    return drive;
  }

  /** Readiness to come again. */
  double loyalty() {
    return loyalty;
  }

  boolean registers() {
    return registers;
  }

  String id() {
    return String.format(Locale.ROOT, "v%012x", Dice.hash(number, 3) >>> 16);
  }

  /** The account, once the visitor has signed in. */
  @Nullable String account() {
    return signedIn ? "u" + (100_000 + number) : null;
  }
}
