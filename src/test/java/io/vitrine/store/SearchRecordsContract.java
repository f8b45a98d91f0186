package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Role;
import io.vitrine.store.SearchRecords.PastSearch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of searches does. */
public abstract class SearchRecordsContract {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  /** Records without any search. */
  protected abstract Records records();

  private SearchRecords searches() {
    return records().searches();
  }

  private UUID person(String name) {
    UUID id = UUID.randomUUID();
    records()
        .users()
        .add(new UserRecord(id, name, null, "hash", Role.ANALYST, true, false, AT, null));
    return id;
  }

  private SavedSearch save(UUID owner, String ownerName, String name, boolean shared) {
    SavedSearch search =
        new SavedSearch(
            UUID.randomUUID(), owner, ownerName, name, "{\"query\":\"é\"}", shared, AT, AT);
    searches().save(search);
    return search;
  }

  @Test
  void aPersonSeesOwnAndSharedSearchesByName() {
    UUID zoe = person("zoe");
    UUID max = person("max");
    SavedSearch own = save(zoe, "zoe", "beta", false);
    SavedSearch shared = save(max, "max", "Alpha", true);
    SavedSearch hidden = save(max, "max", "gamma", false);
    assertThat(searches().visibleTo(zoe)).containsExactly(shared, own);
    assertThat(searches().byId(hidden.id())).contains(hidden);
    SavedSearch renamed =
        new SavedSearch(
            own.id(), zoe, "zoe", "aaa", "{}", true, own.createdAt(), AT.plusSeconds(5));
    searches().change(renamed);
    assertThat(searches().visibleTo(max)).contains(renamed);
    searches().remove(own.id());
    assertThat(searches().byId(own.id())).isEmpty();
  }

  @Test
  void firstSearchesAtTheSameInstantAreAllCounted() throws Exception {
    UUID zoe = person("zoe");
    List<Callable<Void>> first = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      PastSearch search = new PastSearch("q" + i, "{\"n\":" + i + "}", i, AT);
      first.add(
          () -> {
            searches().remember(zoe, search);
            return null;
          });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(first.size())) {
      for (Future<Void> each : threads.invokeAll(first)) {
        each.get();
      }
    }
    assertThat(searches().made(zoe)).isEqualTo(first.size());
  }

  @Test
  void theSameSearchIsRememberedOnceAndTheOldestAreForgotten() {
    UUID zoe = person("zoe");
    for (int i = 0; i < SearchRecords.REMEMBERED + 5; i++) {
      searches().remember(zoe, new PastSearch("q" + i, "{\"n\":" + i + "}", i, AT));
    }
    searches().remember(zoe, new PastSearch("q50", "{\"n\":50}", 7, AT.plusSeconds(1)));
    assertThat(searches().recent(zoe, 1_000)).hasSize(SearchRecords.REMEMBERED);
    PastSearch last = searches().recent(zoe, 1).getFirst();
    assertThat(last.query() + last.total()).isEqualTo("q507");
    assertThat(searches().made(zoe)).isEqualTo(SearchRecords.REMEMBERED + 6);
    UUID max = person("max");
    assertThat(searches().recent(max, 10)).isEmpty();
    assertThat(searches().made(max)).isZero();
  }
}
