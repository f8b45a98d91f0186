package io.vitrine.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what was uploaded. Thread-safe; every change is durable when the method returns. */
public interface UploadRecords {

  void add(UploadRecord upload);

  /** Changes state, counts, detail and end. */
  void change(UploadRecord upload);

  Optional<UploadRecord> byId(UUID id);

  /** The newest first. */
  List<UploadRecord> newest(int limit);

  /** How many files a person uploaded, whatever the account was called then. */
  long countOf(UUID owner);

  /** The last completed upload of a file with this content. */
  Optional<UploadRecord> completedWith(String fingerprint);

  /** Those that wait or were being read when the program last ended, the oldest first. */
  List<UploadRecord> unfinished();
}
