package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Role;
import io.vitrine.store.UploadRecord.Counts;
import io.vitrine.store.UploadRecord.State;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of uploads does. */
public abstract class UploadRecordsContract {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  /** Records without any upload. */
  protected abstract Records records();

  private UploadRecords uploads() {
    return records().uploads();
  }

  private UploadRecord add(String name, String fingerprint, int minute) {
    return add(null, name, fingerprint, minute);
  }

  private UploadRecord add(@Nullable UUID owner, String name, String fingerprint, int minute) {
    UploadRecord upload =
        new UploadRecord(
            UUID.randomUUID(),
            owner,
            "zoe",
            name,
            120,
            "ndjson",
            fingerprint,
            State.PENDING,
            0,
            0,
            0,
            0,
            0,
            null,
            "{\"a\":1}",
            AT.plusSeconds(60L * minute),
            null);
    uploads().add(upload);
    return upload;
  }

  @Test
  void anUploadIsKeptWholeAndChangesItsStateCountsAndEnd() {
    UploadRecord upload = add("a.json", "f1", 0);
    assertThat(uploads().byId(upload.id())).contains(upload);
    UploadRecord failed =
        upload.with(State.FAILED, new Counts(3, 2, 1, 7, 80), "broke off", AT.plusSeconds(9));
    uploads().change(failed);
    assertThat(uploads().byId(upload.id())).contains(failed);
    assertThat(uploads().byId(UUID.randomUUID())).isEmpty();
  }

  @Test
  void uploadsStayThoseOfTheirPersonWhateverTheAccountIsCalled() {
    UserRecord zoe =
        new UserRecord(UUID.randomUUID(), "zoe", null, "hash", Role.ANALYST, true, false, AT, null);
    records().users().add(zoe);
    UploadRecord upload = add(zoe.id(), "a.json", "f1", 0);
    add("b.json", "f2", 1);
    records().users().change(zoe.with("zoé", Role.ANALYST, true));
    assertThat(uploads().countOf(zoe.id())).isEqualTo(1);
    records().users().remove(zoe.id());
    assertThat(uploads().countOf(zoe.id())).isZero();
    assertThat(uploads().byId(upload.id()).orElseThrow().ownerName()).isEqualTo("zoe");
  }

  @Test
  void theNewestComeFirstAndThoseWithoutAnEndAreFoundOldestFirst() {
    UploadRecord first = add("a", "f1", 0);
    UploadRecord second = add("b", "f2", 1);
    UploadRecord third = add("c", "f3", 2);
    assertThat(uploads().newest(2)).containsExactly(third, second);
    UploadRecord reading = first.with(State.PROCESSING, Counts.NONE, null, null);
    uploads().change(reading);
    uploads().change(second.with(State.COMPLETED, Counts.NONE, null, AT));
    assertThat(uploads().unfinished()).isEqualTo(List.of(reading, third));
  }

  @Test
  void onlyACompletedUploadIsRecognisedByItsContent() {
    UploadRecord upload = add("a", "same", 0);
    assertThat(uploads().completedWith("same")).isEmpty();
    UploadRecord done = upload.with(State.COMPLETED, new Counts(1, 0, 0, 0, 120), null, AT);
    uploads().change(done);
    assertThat(uploads().completedWith("same")).contains(done);
    assertThat(uploads().completedWith("other")).isEmpty();
  }
}
