package io.vitrine.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What became of a batch. Everything that it counts as accepted survives the death of the process.
 *
 * @param accepted events stored
 * @param duplicates events whose id the store held already, or that stand earlier in the batch
 * @param rejected the first 1,000 records that are not events, by index
 * @param rejectedTotal all records that are not events
 */
public record Receipt(
    long accepted,
    long duplicates,
    List<Rejection> rejected,
    @JsonProperty("rejected_total") long rejectedTotal) {

  public Receipt {
    rejected = List.copyOf(rejected);
  }

  /** Whether records were sent and not one of them is an event. */
  @JsonIgnore
  public boolean isAllRejected() {
    return rejectedTotal > 0 && accepted == 0 && duplicates == 0;
  }
}
