package io.vitrine.limits;

import java.time.Instant;
import java.util.UUID;

/**
 * A client that has to wait.
 *
 * @param id to lift it by
 * @param client who waits
 * @param budget what was used up
 * @param since when it began
 * @param until when it ends by itself
 * @param refused requests that were refused meanwhile
 */
public record Block(
    UUID id, Client client, Budget budget, Instant since, Instant until, long refused) {

  Block refusedOnce() {
    return new Block(id, client, budget, since, until, refused + 1);
  }
}
