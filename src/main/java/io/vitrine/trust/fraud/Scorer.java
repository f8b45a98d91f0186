package io.vitrine.trust.fraud;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges payments: the sum of the points of the indicators that speak, plus a bounded bonus of the
 * model of anomalies, between 0 and 100. Pure: the same payment, past and rules give the same
 * score.
 */
final class Scorer {

  /** Name of the model's bonus among the indicators. */
  static final String ANOMALY = "anomaly";

  private static final Map<Indicator, Check> CHECKS = new EnumMap<>(Indicator.class);

  static {
    CHECKS.put(Indicator.HIGH_AMOUNT, AmountChecks::high);
    CHECKS.put(Indicator.UNUSUAL_AMOUNT, AmountChecks::unusual);
    CHECKS.put(Indicator.RAPID_SUCCESSION, PaceChecks::rapid);
    CHECKS.put(Indicator.REPEATED_FAILURES, PaceChecks::failures);
    CHECKS.put(Indicator.CARD_TESTING, PaceChecks::cardTesting);
    CHECKS.put(Indicator.IMPOSSIBLE_TRAVEL, PlaceChecks::travel);
    CHECKS.put(Indicator.UNUSUAL_COUNTRY, PlaceChecks::unusual);
    CHECKS.put(Indicator.COUNTRY_MISMATCH, PlaceChecks::mismatch);
    CHECKS.put(Indicator.SHARED_CARD, SharingChecks::card);
    CHECKS.put(Indicator.SHARED_DEVICE, SharingChecks::device);
    CHECKS.put(Indicator.SHARED_ADDRESS, SharingChecks::address);
    CHECKS.put(Indicator.SHARED_DELIVERY, SharingChecks::delivery);
    CHECKS.put(Indicator.DISPOSABLE_EMAIL, IdentityChecks::disposable);
    CHECKS.put(Indicator.ODD_EMAIL, IdentityChecks::odd);
    CHECKS.put(Indicator.NEW_ACCOUNT, AmountChecks::newAccount);
    CHECKS.put(Indicator.TAKEOVER, PlaceChecks::takeover);
    CHECKS.put(Indicator.MANY_PIECES, AmountChecks::pieces);
  }

  private Scorer() {}

  static Score score(Seen seen, Rules rules, Lists lists) {
    List<Sign> signs = new ArrayList<>();
    CHECKS.forEach(
        (indicator, check) -> {
          Rules.Weight weight = rules.weight(indicator);
          if (weight.points() != 0) {
            check
                .look(seen.payment(), seen.past(), weight.bound())
                .ifPresent(raised -> signs.add(sign(indicator, weight, raised)));
          }
        });
    listed(Indicator.BLOCKED, lists.blocked(seen.payment()), rules).ifPresent(signs::add);
    listed(Indicator.ALLOWED, lists.allowed(seen.payment()), rules).ifPresent(signs::add);
    bonus(seen.anomaly(), rules).ifPresent(signs::add);
    signs.sort(Comparator.comparingDouble((Sign sign) -> -Math.abs(sign.points())));
    double sum = signs.stream().mapToDouble(Sign::points).sum();
    double value = rounded(Math.clamp(sum, 0, 100));
    return new Score(value, rules.level(value), List.copyOf(signs));
  }

  private static Optional<Sign> listed(Indicator indicator, Optional<Raised> raised, Rules rules) {
    Rules.Weight weight = rules.weight(indicator);
    return weight.points() == 0
        ? Optional.empty()
        : raised.map(found -> sign(indicator, weight, found));
  }

  private static Sign sign(Indicator indicator, Rules.Weight weight, Raised raised) {
    Map<String, Object> values = new HashMap<>(raised.values());
    values.put("bound", weight.bound());
    return new Sign(
        indicator.wireName(),
        rounded(weight.points() * raised.strength()),
        raised.why(),
        values,
        raised.window() == null ? null : raised.window().wireName(),
        raised.evidence());
  }

  private static Optional<Sign> bonus(Anomaly anomaly, Rules rules) {
    double points = rounded(rules.bonus() * anomaly.grade());
    if (points <= 0) {
      return Optional.empty();
    }
    String parts = String.join(", ", anomaly.shares().keySet());
    Map<String, Object> values = new HashMap<>(anomaly.shares());
    return Optional.of(new Sign(ANOMALY, points, "unusual by " + parts, values, null, List.of()));
  }

  private static double rounded(double points) {
    return Math.round(points * 10) / 10.0;
  }
}
