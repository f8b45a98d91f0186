package io.vitrine.logs.upload;

import io.vitrine.accounts.UserCount;
import io.vitrine.store.Records;
import io.vitrine.store.UploadRecords;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How many files a person uploaded, for the profile of the account. */
@Component
final class UploadCount implements UserCount {

  private final UploadRecords uploads;

  UploadCount(Records records) {
    this.uploads = records.uploads();
  }

  @Override
  public String name() {
    return "uploads_count";
  }

  @Override
  public long of(UUID user) {
    return uploads.countOf(user);
  }
}
