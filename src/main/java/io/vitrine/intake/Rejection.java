package io.vitrine.intake;

/**
 * A record that was not accepted.
 *
 * @param index its place among the records that were sent, from 0
 * @param reason why, for programs
 * @param detail why, for people: names the value and the rule
 */
public record Rejection(int index, Reason reason, String detail) {

  Rejection(int index, Refusal refusal) {
    this(index, refusal.reason(), refusal.detail());
  }
}
