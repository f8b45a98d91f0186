package io.vitrine.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of logs that was uploaded, and what became of it.
 *
 * @param ownerId account of who uploaded it; null once the account is deleted
 * @param ownerName the name that the account had then
 * @param fileSize bytes
 * @param fileType what was found in it, such as ndjson or csv
 * @param fingerprint of its content, by which it is recognised
 * @param state how far it is
 * @param accepted logs that are stored
 * @param duplicates logs that were stored before
 * @param rejected records that are no logs
 * @param replaced bytes that were no text, each kept as the sign that says so
 * @param bytesDone how much of it was read
 * @param detail why it failed, or of which upload it is a copy; null when there is nothing to say
 * @param preview its first records as JSON
 * @param finishedAt null before its end
 */
public record UploadRecord(
    UUID id,
    @Nullable UUID ownerId,
    String ownerName,
    String filename,
    long fileSize,
    String fileType,
    String fingerprint,
    State state,
    long accepted,
    long duplicates,
    long rejected,
    long replaced,
    long bytesDone,
    @Nullable String detail,
    String preview,
    Instant createdAt,
    @Nullable Instant finishedAt) {

  /** How far an upload is. */
  public enum State {
    /** It is here whole and waits. */
    PENDING,
    /** It is being read. */
    PROCESSING,
    /** All of its logs are stored and can be searched. */
    COMPLETED,
    /** It broke off; the detail says why. */
    FAILED
  }

  /** The same upload further on. */
  public UploadRecord with(
      State next, Counts counts, @Nullable String nextDetail, @Nullable Instant finished) {
    return new UploadRecord(
        id,
        ownerId,
        ownerName,
        filename,
        fileSize,
        fileType,
        fingerprint,
        next,
        counts.accepted(),
        counts.duplicates(),
        counts.rejected(),
        counts.replaced(),
        counts.bytesDone(),
        nextDetail,
        preview,
        createdAt,
        finished);
  }

  /** What was read so far. */
  public Counts counts() {
    return new Counts(accepted, duplicates, rejected, replaced, bytesDone);
  }

  /** What was read so far. */
  public record Counts(
      long accepted, long duplicates, long rejected, long replaced, long bytesDone) {

    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);
  }
}
