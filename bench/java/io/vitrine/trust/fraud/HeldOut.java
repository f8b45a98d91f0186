package io.vitrine.trust.fraud;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Payments that the rules were not made for: customers with profiles of their own and kinds of
 * fraud that differ from those of the demo shop in pace, amounts and what the sender says, some of
 * them quiet. In the manner of the simulator of the Fraud Detection Handbook (Le Borgne et al.
 * 2022), written anew.
 */
final class HeldOut {

  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final int DAYS = 120;
  private static final int CUSTOMERS = 1_500;
  private static final List<String> HOMES = List.of("FR", "FR", "FR", "DE", "ES", "GB", "IT", "BE");

  private final SplittableRandom random;
  private final List<Labelled> all = new ArrayList<>();
  private int number;

  /** A payment, and which episode it belongs to; empty for an honest one. */
  record Labelled(Transaction payment, String episode) {}

  private record Customer(
      String id, String home, double usual, double aDay, String card, String device, String ip) {}

  private HeldOut(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** All payments in time order. */
  static List<Labelled> of(long seed) {
    HeldOut made = new HeldOut(seed);
    List<Customer> customers = made.customers();
    customers.forEach(made::live);
    for (int day = 5; day < DAYS; day++) {
      made.cheat(day, customers);
    }
    made.all.sort(Comparator.comparing(one -> one.payment().at()));
    return made.all;
  }

  private List<Customer> customers() {
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      customers.add(
          new Customer(
              "customer-" + i,
              HOMES.get(random.nextInt(HOMES.size())),
              Math.exp(3.2 + 0.9 * normal()),
              0.01 + 0.09 * random.nextDouble(),
              "card-" + i,
              "device-" + i,
              "82.64." + i / 250 + "." + (1 + i % 250)));
    }
    return customers;
  }

  /** Sum of twelve uniform numbers, which is near enough. */
  private double normal() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  /** Honest people travel now and then, share a tablet, mistype a card and send gifts. */
  private void live(Customer one) {
    for (int day = 0; day < DAYS; day++) {
      if (random.nextDouble() < one.aDay()) {
        boolean abroad = random.nextDouble() < 0.02;
        double at = day + random.nextDouble();
        double amount = one.usual() * Math.exp(0.5 * normal());
        boolean declined = random.nextDouble() < 0.05;
        pay(one, at, amount, abroad ? "PT" : one.home(), one.card(), one.device(), declined, "");
        if (declined) {
          pay(one, at + 0.001, amount, one.home(), one.card(), one.device(), false, "");
        }
      }
    }
  }

  private void cheat(int day, List<Customer> customers) {
    String name = "-" + day;
    Customer victim = customers.get(random.nextInt(customers.size()));
    switch (random.nextInt(6)) {
      case 0 -> slowTesting("slow testing" + name, day);
      case 1 -> clonedCard("cloned card" + name, day, victim);
      case 2 -> quietTakeover("quiet takeover" + name, day, victim);
      case 3 -> mules("mules" + name, day);
      default -> {}
    }
  }

  /** One card every few minutes, with amounts of ten to twenty. */
  private void slowTesting(String episode, double day) {
    String ip = "196.240.7." + (1 + random.nextInt(200));
    for (int i = 0; i < 14; i++) {
      Customer one = stranger("NL", ip);
      double at = day + 0.3 + i * (0.001 + 0.004 * random.nextDouble());
      pay(
          one,
          at,
          8 + 12 * random.nextDouble(),
          "NL",
          one.card(),
          one.device(),
          random.nextDouble() < 0.75,
          episode);
    }
  }

  /** The victim's card in other hands on the same day, three times what it usually pays. */
  private void clonedCard(String episode, double day, Customer victim) {
    pay(
        victim,
        day + 0.4,
        victim.usual(),
        victim.home(),
        victim.card(),
        victim.device(),
        false,
        "");
    for (int i = 0; i < 4; i++) {
      Customer thief = stranger("BR", "177.8.3." + (1 + random.nextInt(200)));
      pay(
          thief,
          day + 0.43 + 0.01 * i,
          120 + 300 * random.nextDouble(),
          "BR",
          victim.card(),
          thief.device(),
          i == 3,
          episode);
    }
  }

  /** The victim's account on another device, in the same country, somewhat dearer than usual. */
  private void quietTakeover(String episode, double day, Customer victim) {
    String device = "device-x" + random.nextInt(1_000_000);
    for (int i = 0; i < 3; i++) {
      pay(
          victim,
          day + 0.5 + 0.03 * i,
          4 * victim.usual() + 60,
          victim.home(),
          victim.card(),
          device,
          false,
          episode);
    }
  }

  /** New accounts with new cards of another country on one device over two days. */
  private void mules(String episode, double day) {
    String device = "device-m" + random.nextInt(1_000_000);
    for (int i = 0; i < 7; i++) {
      Customer one = stranger("US", "92.184." + random.nextInt(200) + ".9");
      pay(
          one,
          day + 0.25 * i,
          70 + 180 * random.nextDouble(),
          "FR",
          one.card(),
          device,
          random.nextDouble() < 0.2,
          episode);
    }
  }

  private Customer stranger(String home, String ip) {
    int id = random.nextInt(100_000_000);
    return new Customer("stranger-" + id, home, 50, 0, "card-s" + id, "device-s" + id, ip);
  }

  private void pay(
      Customer by,
      double day,
      double amount,
      String country,
      String card,
      String device,
      boolean declined,
      String episode) {
    String id = "t" + number++;
    Event.Draft draft =
        Event.draft()
            .set(Field.ID, id)
            .set(Field.TYPE, EventType.TRANSACTION.name())
            .set(Field.TIMESTAMP, START.plusMillis((long) (day * 86_400_000)))
            .set(Field.TRANSACTION_ID, id)
            .set(Field.USER_ID, by.id())
            .set(Field.AMOUNT, BigDecimal.valueOf(Math.round(amount * 100), 2))
            .set(Field.CURRENCY, "EUR")
            .set(Field.RATE, 1.0)
            .set(Field.IP, by.ip())
            .set(Field.COUNTRY, country)
            .set(Field.STATUS, declined ? "declined" : "approved")
            .other("card_hash", card)
            .other("card_country", by.home())
            .other("device_id", device)
            .other("shipping_country", random.nextDouble() < 0.03 ? "CH" : country)
            .other("email", by.id() + "@example.org");
    Reading.payment(draft.finish()).ifPresent(payment -> all.add(new Labelled(payment, episode)));
  }
}
