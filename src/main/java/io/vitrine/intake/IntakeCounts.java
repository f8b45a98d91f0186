package io.vitrine.intake;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What became of everything that came in since the start. Thread-safe. */
final class IntakeCounts {

  private final LongAdder accepted = new LongAdder();
  private final LongAdder duplicates = new LongAdder();
  private final Map<Reason, LongAdder> rejected = new EnumMap<>(Reason.class);

  IntakeCounts() {
    for (Reason reason : Reason.values()) {
      rejected.put(reason, new LongAdder());
    }
  }

  void add(Receipt receipt, Rejections rejections) {
    accepted.add(receipt.accepted());
    duplicates.add(receipt.duplicates());
    rejections.counts().forEach((reason, count) -> adder(reason).add(count));
  }

  long accepted() {
    return accepted.sum();
  }

  long duplicates() {
    return duplicates.sum();
  }

  long rejected(Reason reason) {
    return adder(reason).sum();
  }

  @SuppressWarnings("NullAway") // every reason has one
  private LongAdder adder(Reason reason) {
    return rejected.get(reason);
  }
}
