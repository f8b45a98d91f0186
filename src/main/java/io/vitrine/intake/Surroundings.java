package io.vitrine.intake;

import io.vitrine.accounts.Whereabouts;
import org.jspecify.annotations.Nullable;

/** Tells the accounts what events are told of addresses and browsers. */
final class Surroundings implements Whereabouts {

  private final Places places;
  private final Agents agents;

  Surroundings(Places places, Agents agents) {
    this.places = places;
    this.agents = agents;
  }

  @Override
  public @Nullable String country(String address) {
    return places.of(address).country();
  }

  @Override
  public String browser(String userAgent) {
    return agents.of(userAgent).browser();
  }

  @Override
  public String system(String userAgent) {
    return agents.of(userAgent).system();
  }
}
