package io.vitrine.trust.fraud;

import java.util.Objects;
import java.util.Optional;

/** What the e-mail address says. */
final class IdentityChecks {

  private static final int LONG_NAME = 5;

  private IdentityChecks() {}

  static Optional<Raised> disposable(Transaction payment, Past past, double bound) {
    String email = payment.email();
    if (email == null || !DisposableMail.isDisposable(email)) {
      return Optional.empty();
    }
    String domain = email.substring(email.indexOf('@') + 1);
    return Optional.of(
        Raised.of(1, domain + " gives throw-away e-mail addresses", "value", domain));
  }

  static Optional<Raised> odd(Transaction payment, Past past, double bound) {
    int at = payment.email() == null ? -1 : payment.email().indexOf('@');
    if (at <= 0) {
      return Optional.empty();
    }
    String name = Objects.requireNonNull(payment.email()).substring(0, at);
    long digits = name.chars().filter(c -> c >= '0' && c <= '9').count();
    boolean noVowel =
        name.length() > LONG_NAME
            && name.chars().noneMatch(c -> "aeiouyàéèêëîïôöûü".indexOf(c) >= 0);
    if (digits < bound && !noVowel) {
      return Optional.empty();
    }
    return Optional.of(
        Raised.of(
            1, "the e-mail's name has " + digits + " digits and looks made up", "value", digits));
  }
}
