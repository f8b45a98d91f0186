package io.vitrine.logs;

import io.vitrine.accounts.Caller;
import io.vitrine.store.Records;
import io.vitrine.store.SearchRecords;
import io.vitrine.store.SearchRecords.PastSearch;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers what people searched for, each one for oneself. It writes after the search was
 * answered, which need not wait for the disk; who reads the history waits for what comes before.
 */
@Component
class SearchHistory implements DisposableBean {

  private static final System.Logger LOG = System.getLogger(SearchHistory.class.getName());
  private static final int MOST_WAITING = 1_000;

  private final SearchRecords records;
  private final JsonMapper json;
  private final Clock clock;

  /** Who finds too many waiting writes for oneself. */
  private final ThreadPoolExecutor writer =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          Thread.ofPlatform().name("search-history").daemon().factory(),
          new ThreadPoolExecutor.CallerRunsPolicy());

  SearchHistory(Records records, JsonMapper json, Clock clock) {
    this.records = records.searches();
    this.json = json;
    this.clock = clock;
  }

  /** Keeps the first page of a search that says something; further pages are the same search. */
  void remember(SearchForm form, long total, Caller caller) {
    boolean says = !form.text().isBlank() || !form.conditions().isEmpty();
    if (caller.isKey() || !says || form.cursor() != null || form.skipped() > 0) {
      return;
    }
    PastSearch search =
        new PastSearch(form.text(), json.writeValueAsString(form), total, clock.instant());
    writer.execute(() -> write(caller.id(), search));
  }

  private void write(UUID owner, PastSearch search) {
    try {
      records.remember(owner, search);
    } catch (RuntimeException failure) {
      LOG.log(System.Logger.Level.ERROR, "A search could not be remembered", failure);
    }
  }

  List<PastSearch> recent(Caller caller, int limit) {
    return CompletableFuture.supplyAsync(() -> records.recent(caller.id(), limit), writer).join();
  }

  @Override
  public void destroy() throws InterruptedException {
    writer.shutdown();
    if (!writer.awaitTermination(10, TimeUnit.SECONDS)) {
      LOG.log(System.Logger.Level.WARNING, "The last searches are not remembered");
    }
  }
}
