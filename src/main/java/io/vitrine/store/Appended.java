package io.vitrine.store;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param outcomes one per event of the batch, in its order
 * @param watermark sequence number of the last event in the store when the batch was committed
 */
public record Appended(List<Outcome> outcomes, long watermark) {

  public Appended {
    outcomes = List.copyOf(outcomes);
  }

  public long stored() {
    return outcomes.stream().filter(outcome -> outcome == Outcome.STORED).count();
  }

  public long duplicates() {
    return outcomes.size() - stored();
  }
}
