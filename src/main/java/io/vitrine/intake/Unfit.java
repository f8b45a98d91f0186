package io.vitrine.intake;

/** Leaves the reading of one record; never leaves the package. */
final class Unfit extends RuntimeException {

  private final transient Refusal refusal;

  Unfit(Refusal refusal) {
    super(refusal.detail(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
