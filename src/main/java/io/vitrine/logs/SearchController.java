package io.vitrine.logs;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogSearch;
import io.vitrine.store.ValueCount;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Searches the logs. */
@RestController
@Tag(name = "logs")
class SearchController {

  private static final int SUGGESTIONS = 10;
  private static final int MOST_SERVICES = 1_000;

  private final LogSearches searches;
  private final LogIndex index;
  private final Suggestions suggestions;
  private final SearchHistory history;

  SearchController(LogSearches searches, LogIndex index, SearchHistory history) {
    this.searches = searches;
    this.index = index;
    this.suggestions = new Suggestions(index);
    this.history = history;
  }

  /**
   * Searches all logs. A viewer searches plain words in a time; conditions on fields need the role
   * analyst.
   */
  @PostMapping("/api/logs/search")
  @Needs(Role.VIEWER)
  SearchAnswer search(@RequestBody SearchForm form, Caller caller) {
    refuseConditions(form, caller);
    SearchAnswer answer = searches.search(form);
    history.remember(form, answer.total(), caller);
    return answer;
  }

  /** The same as a GET, so that a search is a link. Lists are separated by commas. */
  @GetMapping("/api/search")
  @Needs(Role.VIEWER)
  SearchAnswer find(
      @RequestParam(required = false) @Nullable String query,
      @RequestParam(name = "log_type", required = false) @Nullable List<String> logType,
      @RequestParam(required = false) @Nullable List<String> level,
      @RequestParam(required = false) @Nullable List<String> service,
      @RequestParam(required = false) @Nullable List<String> country,
      @RequestParam(required = false) @Nullable List<String> host,
      @RequestParam(name = "status_code", required = false) @Nullable List<String> statusCode,
      @RequestParam(name = "error_code", required = false) @Nullable List<String> errorCode,
      @RequestParam(name = "date_from", required = false) @Nullable String dateFrom,
      @RequestParam(name = "date_to", required = false) @Nullable String dateTo,
      @RequestParam(name = "user_id", required = false) @Nullable String userId,
      @RequestParam(name = "min_amount", required = false) @Nullable Double minAmount,
      @RequestParam(name = "max_amount", required = false) @Nullable Double maxAmount,
      @RequestParam(required = false) @Nullable String sort,
      @RequestParam(required = false) @Nullable Integer size,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer page,
      @RequestParam(required = false) @Nullable Boolean fuzzy,
      @RequestParam(required = false) @Nullable Boolean facets,
      Caller caller) {
    SearchForm form =
        new SearchForm(
            query,
            logType,
            level,
            service,
            country,
            host,
            statusCode,
            errorCode,
            dateFrom,
            dateTo,
            userId,
            minAmount,
            maxAmount,
            sort,
            size,
            cursor,
            page,
            fuzzy,
            facets);
    refuseConditions(form, caller);
    return searches.search(form);
  }

  private void refuseConditions(SearchForm form, Caller caller) {
    boolean basic = caller.may(Role.ANALYST) || (form.isBasic() && searches.read(form).isBasic());
    if (!basic) {
      throw new Problem(
          "role_too_low",
          Problem.Category.FORBIDDEN,
          "a viewer searches plain words in a time; conditions on fields need the role analyst");
    }
  }

  /** Ten words, fields or values that begin with a text, the commonest first. */
  @GetMapping("/api/search/autocomplete")
  @Needs(Role.VIEWER)
  SuggestionList complete(@RequestParam(defaultValue = "") String q) {
    return new SuggestionList(suggestions.of(q, SUGGESTIONS));
  }

  /** All services that wrote logs, the busiest first. */
  @GetMapping("/api/logs/search/services")
  @Needs(Role.VIEWER)
  Services services() {
    LogSearch all =
        new LogSearch(
            io.vitrine.model.LogQuery.everything(),
            LogSearch.Order.NEWEST,
            0,
            null,
            0,
            List.of("service"),
            MOST_SERVICES,
            null);
    List<ValueCount> counted = index.search(all).facets().getOrDefault("service", List.of());
    return new Services(counted.stream().map(ValueCount::value).toList(), counted);
  }

  /** What may be meant, with the number of logs that have it. */
  record SuggestionList(List<ValueCount> suggestions) {}

  /**
   * The services.
   *
   * @param services their names
   * @param counts the same with how many logs each wrote
   */
  record Services(List<String> services, List<ValueCount> counts) {}
}
