package io.vitrine.trust.fraud;

import java.util.Optional;

/** Looks for one indicator. */
@FunctionalInterface
interface Check {

  /**
   * Whether the indicator speaks of a payment.
   *
   * @param past what was known before it
   * @param bound from where on it speaks
   */
  Optional<Raised> look(Transaction payment, Past past, double bound);
}
