package io.vitrine.logs;

import io.vitrine.accounts.UserCount;
import io.vitrine.store.Records;
import io.vitrine.store.SearchRecords;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How many searches a person made, for the profile of the account. */
@Component
final class SearchCount implements UserCount {

  private final SearchRecords searches;

  SearchCount(Records records) {
    this.searches = records.searches();
  }

  @Override
  public String name() {
    return "searches_count";
  }

  @Override
  public long of(UUID user) {
    return searches.made(user);
  }
}
