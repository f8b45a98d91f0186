package io.vitrine.demo;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A country that the shop sells to. */
enum Market {
  FR(50, 1.10, "fr", "EUR", 1.00, "Europe/Paris", "Lyon", "2.8.0.0/13 86.192.0.0/11 78.192.0.0/12"),
  DE(14, 0.95, "de", "EUR", 1.00, "Europe/Berlin", "Köln", "84.128.0.0/11 87.128.0.0/11"),
  BE(8, 1.20, "fr", "EUR", 1.00, "Europe/Brussels", "Liège", "91.176.0.0/13 81.240.0.0/14"),
  ES(7, 0.75, "es", "EUR", 1.00, "Europe/Madrid", "Valencia", "83.32.0.0/12 88.0.0.0/12"),
  IT(7, 0.70, "it", "EUR", 1.00, "Europe/Rome", "Torino", "79.0.0.0/12 95.224.0.0/12"),
  GB(7, 0.90, "en", "GBP", 1.16, "Europe/London", "Leeds", "86.128.0.0/12 81.128.0.0/13"),
  CH(4, 1.25, "fr", "CHF", 1.05, "Europe/Zurich", "Lausanne", "85.0.0.0/14 178.192.0.0/14"),
  US(3, 0.45, "en", "USD", 0.90, "America/New_York", "Boston", "73.0.0.0/9 98.192.0.0/11");

  private static final Odds<Market> ODDS = new Odds<>(List.of(values()), market -> market.share);

  private final double share;
  private final double appetite;
  private final String language;
  private final String currency;
  private final double rate;
  private final ZoneId zone;
  private final String city;

  @SuppressWarnings("ImmutableEnumChecker") // a list that nothing changes
  private final List<Network> networks;

  Market(
      double share,
      double appetite,
      String language,
      String currency,
      double rate,
      String zone,
      String city,
      String networks) {
    this.share = share;
    this.appetite = appetite;
    this.language = language;
    this.currency = currency;
    this.rate = rate;
    this.zone = ZoneId.of(zone);
    this.city = city;
    this.networks =
        Arrays.stream(networks.split(" ", -1)).map(Network::of).collect(Collectors.toList());
  }

  static Market draw(Dice dice) {
    return ODDS.draw(dice);
  }

  /** Readiness to buy; 1 is the mean. */
  double appetite() {
    return appetite;
  }

  String language() {
    return language;
  }

  String currency() {
    return currency;
  }

  /** Euro per unit of the currency. */
  double rate() {
    return rate;
  }

  ZoneId zone() {
    return zone;
  }

  /** A place for the logs, such as {@code Lyon, FR}. */
  String place() {
    return city + ", " + name();
  }

  String address(Dice dice) {
    return dice.pick(networks).address(dice);
  }
}
