package io.vitrine.trust;

import org.jspecify.annotations.Nullable;

/**
 * What an event tells beside its request.
 *
 * @param type of the event; request for a request to this product
 * @param product that it is about; null when about none
 * @param paid whether somebody paid for the click that led here
 * @param gift whether it was paid with a gift card
 * @param late whether it is a bid in the last seconds before the end
 * @param answer text of the answer, when the log has it
 */
record Deed(
    String type,
    @Nullable String product,
    boolean paid,
    boolean gift,
    boolean late,
    @Nullable String answer) {

  /** A request that tells of nothing else. */
  static final Deed REQUEST = new Deed("request", null, false, false, false, null);

  boolean is(String wanted) {
    return type.equals(wanted);
  }
}
