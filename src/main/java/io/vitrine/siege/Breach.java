package io.vitrine.siege;

/** An attack that worked, and how that shows. */
final class Breach extends RuntimeException {

  Breach(String how) {
    super(how);
  }
}
