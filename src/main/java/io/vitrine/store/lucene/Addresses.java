package io.vitrine.store.lucene;

import java.net.InetAddress;
import java.util.Optional;

/** Reads addresses without ever asking a name server. */
final class Addresses {

  private Addresses() {}

  static Optional<InetAddress> literal(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
