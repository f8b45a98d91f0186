package io.vitrine.logs;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.Records;
import io.vitrine.store.SavedSearch;
import io.vitrine.store.SearchRecords;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Searches that a person keeps, and those that the person made lately. */
@RestController
@Tag(name = "logs")
class SavedSearchController {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_FILTERS = 20_000;

  private final SearchRecords records;
  private final SearchHistory history;
  private final JsonMapper json;
  private final Clock clock;

  SavedSearchController(Records records, SearchHistory history, JsonMapper json, Clock clock) {
    this.records = records.searches();
    this.history = history;
    this.json = json;
    this.clock = clock;
  }

  /** Keeps a search under a name. */
  @PostMapping("/api/logs/search/save")
  @Needs(Role.ANALYST)
  @ResponseStatus(HttpStatus.CREATED)
  Saved save(@RequestBody SaveForm form, Caller caller) {
    Instant now = clock.instant();
    SavedSearch search =
        new SavedSearch(
            UUID.randomUUID(),
            caller.id(),
            caller.name(),
            name(form.name()),
            written(form.filters()),
            Boolean.TRUE.equals(form.shared()),
            now,
            now);
    records.save(search);
    return saved(search, caller);
  }

  /** One's own searches and those that others share, by name. */
  @GetMapping("/api/logs/search/saved")
  @Needs(Role.ANALYST)
  SavedList list(Caller caller) {
    List<Saved> searches =
        records.visibleTo(caller.id()).stream().map(search -> saved(search, caller)).toList();
    return new SavedList(searches, searches.size());
  }

  @GetMapping("/api/logs/search/saved/{id}")
  @Needs(Role.ANALYST)
  Saved one(@PathVariable UUID id, Caller caller) {
    return saved(visible(id, caller), caller);
  }

  /** Renames, changes or shares one's own search; what is absent stays. */
  @PutMapping("/api/logs/search/saved/{id}")
  @Needs(Role.ANALYST)
  Saved change(@PathVariable UUID id, @RequestBody SaveForm form, Caller caller) {
    SavedSearch before = own(id, caller);
    SavedSearch after =
        new SavedSearch(
            id,
            before.owner(),
            before.ownerName(),
            form.name() == null ? before.name() : name(form.name()),
            form.filters() == null ? before.filters() : written(form.filters()),
            form.shared() == null ? before.shared() : form.shared(),
            before.createdAt(),
            clock.instant());
    records.change(after);
    return saved(after, caller);
  }

  @DeleteMapping("/api/logs/search/saved/{id}")
  @Needs(Role.ANALYST)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id, Caller caller) {
    records.remove(own(id, caller).id());
  }

  /** One's own last searches, the newest first; the same search again counts once. */
  @GetMapping("/api/logs/search/recent")
  @Needs(Role.ANALYST)
  RecentSearches recent(@RequestParam(defaultValue = "20") int limit, Caller caller) {
    return new RecentSearches(
        history.recent(caller, Math.clamp(limit, 1, 100)).stream()
            .map(past -> new Past(past.query(), read(past.filters()), past.total(), past.at()))
            .toList());
  }

  private SavedSearch visible(UUID id, Caller caller) {
    return records
        .byId(id)
        .filter(search -> search.shared() || search.owner().equals(caller.id()))
        .orElseThrow(
            () -> Problem.absent("saved_search_unknown", "there is no saved search " + id));
  }

  private SavedSearch own(UUID id, Caller caller) {
    SavedSearch search = visible(id, caller);
    if (!search.owner().equals(caller.id())) {
      throw new Problem(
          "saved_search_of_another",
          Problem.Category.FORBIDDEN,
          search.name() + " belongs to " + search.ownerName() + ", who alone may change it");
    }
    return search;
  }

  private static String name(@Nullable String given) {
    String name = given == null ? "" : given.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw Problem.caller(
          "saved_search_name",
          "a name has 1 to " + LONGEST_NAME + " characters, not " + name.length());
    }
    return name;
  }

  private String written(@Nullable Map<String, Object> filters) {
    String text = json.writeValueAsString(filters == null ? Map.of() : filters);
    if (text.length() > LONGEST_FILTERS) {
      throw Problem.caller(
          "saved_search_length", "the filters have at most " + LONGEST_FILTERS + " characters");
    }
    return text;
  }

  private Map<String, Object> read(String filters) {
    return json.readValue(filters, new TypeReference<Map<String, Object>>() {});
  }

  private Saved saved(SavedSearch search, Caller caller) {
    return new Saved(
        search.id(),
        search.name(),
        read(search.filters()),
        search.shared(),
        search.ownerName(),
        search.owner().equals(caller.id()),
        search.createdAt(),
        search.changedAt());
  }

  /**
   * A search to keep.
   *
   * @param filters members of a search of logs
   * @param shared whether everybody who may search sees it
   */
  @Schema(name = "SaveLogSearch")
  record SaveForm(
      @Nullable String name, @Nullable Map<String, Object> filters, @Nullable Boolean shared) {}

  /**
   * A kept search.
   *
   * @param owner name of who keeps it
   * @param own whether that is the caller
   */
  @Schema(name = "SavedLogSearch")
  record Saved(
      UUID id,
      String name,
      Map<String, Object> filters,
      boolean shared,
      String owner,
      boolean own,
      Instant createdAt,
      Instant changedAt) {}

  @Schema(name = "SavedLogSearches")
  record SavedList(List<Saved> searches, int total) {}

  /**
   * A search of the past.
   *
   * @param total what it found then
   */
  @Schema(name = "PastLogSearch")
  record Past(String query, Map<String, Object> filters, long total, Instant at) {}

  @Schema(name = "RecentLogSearches")
  record RecentSearches(List<Past> searches) {}
}
