package io.vitrine.intake;

import org.jspecify.annotations.Nullable;

/** Finds the country of an address, from the database that ships with the product. Thread-safe. */
public final class CountryOfAddress {

  private final Places places = new Places();

  /** ISO 3166 code; null for private addresses and for what is no address. */
  public @Nullable String of(String address) {
    return places.of(address).country();
  }
}
