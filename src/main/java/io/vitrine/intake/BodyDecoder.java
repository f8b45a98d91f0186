package io.vitrine.intake;

import io.vitrine.model.Problem;

/** Turns a whole body of our own event form into drafts. Thread-safe. */
final class BodyDecoder {

  private final RecordDecoder records;
  private final int mostRecords;

  /**
   * A decoder.
   *
   * @param recordLimit most bytes of a record
   * @param mostRecords most records of a body
   */
  BodyDecoder(int recordLimit, int mostRecords) {
    this.records = new RecordDecoder(recordLimit);
    this.mostRecords = mostRecords;
  }

  /**
   * Reads a body: an object, a list, or one object a line.
   *
   * @param length bytes of the body, from the start of the array
   * @throws Problem of category TOO_LARGE for more records than the limit
   */
  Decoded decode(byte[] bytes, int length) {
    Collector collector = new Collector(bytes);
    new RecordScanner(bytes, length, collector).scan();
    return collector.decoded;
  }

  private final class Collector implements RecordScanner.Sink {

    private final byte[] bytes;
    private final Decoded decoded = new Decoded();
    private int counted;
    private int line = 1;

    Collector(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void record(int from, int to) {
      checkCount();
      try {
        decoded.add(records.decode(bytes, from, to));
      } catch (Unfit unfit) {
        decoded.reject(located(unfit.refusal(), from));
      }
    }

    @Override
    public void broken(int at, String what) {
      decoded.reject(Refusal.of(Reason.BROKEN_JSON, what + where(at)));
    }

    private Refusal located(Refusal refusal, int from) {
      return refusal.reason() == Reason.BROKEN_JSON
          ? Refusal.of(Reason.BROKEN_JSON, refusal.detail() + ", in the record" + where(from))
          : refusal;
    }

    private void checkCount() {
      if (decoded.size() == mostRecords) {
        throw new Problem(
            "too_many_records",
            Problem.Category.TOO_LARGE,
            "a request holds at most "
                + mostRecords
                + " records; nothing of this one was accepted");
      }
    }

    /** Positions only grow, so lines are counted once. */
    private String where(int at) {
      while (counted < at) {
        line += bytes[counted++] == '\n' ? 1 : 0;
      }
      return " at byte " + at + ", line " + line;
    }
  }
}
