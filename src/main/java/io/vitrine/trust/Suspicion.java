package io.vitrine.trust;

import io.vitrine.trust.attacks.AttackClass;
import io.vitrine.trust.attacks.Evidence;
import io.vitrine.trust.attacks.Severity;

/**
 * Why a request is taken for an attack.
 *
 * @param kind what it is after
 * @param severity how bad that would be
 * @param rule name of the rule
 * @param part the part with the evidence
 * @param words what the rule stands on
 * @param requests how many requests it stands for
 */
record Suspicion(
    AttackClass kind, Severity severity, String rule, Part part, String words, int requests) {

  static Suspicion of(Part part, Evidence evidence) {
    return of(evidence.kind(), evidence.rule(), part, evidence.words());
  }

  static Suspicion of(AttackClass kind, String rule, Part part, String words) {
    return new Suspicion(kind, kind.severity(), rule, part, words, 1);
  }

  /** What somebody did over some time. */
  static Suspicion habit(AttackClass kind, String rule, String words, int requests) {
    Part part = new Part(Part.Place.HABIT, rule, words);
    return new Suspicion(kind, kind.severity(), rule, part, words, requests);
  }
}
