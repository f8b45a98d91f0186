package io.vitrine.logs;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.LogQuery;
import io.vitrine.model.LogQuery.Between;
import io.vitrine.model.LogQuery.Limit;
import io.vitrine.model.Moment;
import io.vitrine.model.Problem;
import io.vitrine.store.LogSearch;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search of the logs as JSON. All that is named must hold; of several values of one member, one.
 *
 * @param query words, phrases, {@code field:value} and more; see docs/search.md
 * @param logType types of logs
 * @param level levels in capitals
 * @param service services that wrote the log
 * @param country ISO 3166 codes
 * @param host machines
 * @param statusCode HTTP statuses
 * @param errorCode codes of errors
 * @param dateFrom first instant, in any ISO form; a zone that is not named is UTC
 * @param dateTo last instant; a day alone is meant whole
 * @param userId account of the user
 * @param minAmount least amount
 * @param maxAmount greatest amount
 * @param sort newest (when absent), oldest, score, response_time, db_query_time or amount
 * @param size 1 to 1000 results; 50 when absent
 * @param cursor of the page before; leads to any depth
 * @param page from 1, within the first 10,000 results; not beside a cursor
 * @param fuzzy whether words may be misspelt
 * @param facets whether values are counted; true when absent
 */
@Schema(name = "LogSearch")
record SearchForm(
    @Nullable String query,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable List<String> logType,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable List<String> level,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable List<String> service,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable List<String> country,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<String> host,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable List<String> statusCode,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable List<String> errorCode,
    @Nullable String dateFrom,
    @Nullable String dateTo,
    @Nullable String userId,
    @Nullable Double minAmount,
    @Nullable Double maxAmount,
    @Nullable String sort,
    @Nullable Integer size,
    @Nullable String cursor,
    @Nullable Integer page,
    @Nullable Boolean fuzzy,
    @Nullable Boolean facets) {

  private static final int USUAL_SIZE = 50;
  private static final int MOST_SIZE = 1_000;

  /** Words alone, newest first. */
  static SearchForm of(@Nullable String query, int size) {
    return new SearchForm(
        query, null, null, null, null, null, null, null, null, null, null, null, null, null, size,
        null, null, null, false);
  }

  /** The conditions that are not in the query's text. */
  @JsonIgnore
  List<LogQuery> conditions() {
    return Stream.of(
            among("type", logType),
            among("level", level),
            among("service", service),
            among("country", country),
            among("host", host),
            among("status_code", statusCode),
            among("error_code", errorCode),
            among("user_id", userId == null || userId.isBlank() ? null : List.of(userId)),
            amounts(),
            times())
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable LogQuery among(String field, @Nullable List<String> values) {
    List<String> some =
        values == null
            ? List.of()
            : values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    return some.isEmpty() ? null : new LogQuery.Exactly(field, some);
  }

  private @Nullable LogQuery amounts() {
    if (minAmount == null && maxAmount == null) {
      return null;
    }
    return new Between(
        "amount",
        minAmount == null ? null : new Limit(minAmount, true),
        maxAmount == null ? null : new Limit(maxAmount, true));
  }

  private @Nullable LogQuery times() {
    Instant from = from();
    Instant until = until();
    if (from == null && until == null) {
      return null;
    }
    return new Between(
        "timestamp",
        from == null ? null : new Limit(from, true),
        until == null ? null : new Limit(until, false));
  }

  /** First instant; null without one. */
  @Nullable Instant from() {
    return dateFrom == null || dateFrom.isBlank() ? null : moment("date_from", dateFrom);
  }

  /** The instant after the last; null without one. */
  @Nullable Instant until() {
    if (dateTo == null || dateTo.isBlank()) {
      return null;
    }
    boolean day = dateTo.strip().length() == "2026-10-31".length();
    return moment("date_to", dateTo).plus(day ? Duration.ofDays(1) : Duration.ofMillis(1));
  }

  private static Instant moment(String name, String given) {
    Instant moment = Moment.of(given);
    if (moment == null) {
      throw Problem.caller("date_form", name + " is a time such as 2026-10-31T14:00, not " + given);
    }
    return moment;
  }

  LogSearch.Order order() {
    if (sort == null || sort.isBlank()) {
      return LogSearch.Order.NEWEST;
    }
    String name = sort.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(LogSearch.Order.values())
        .filter(order -> order.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.caller(
                    "log_sort",
                    "sort is newest, oldest, score, response_time, db_query_time or amount, not "
                        + sort));
  }

  int results() {
    int wanted = size == null ? USUAL_SIZE : size;
    if (wanted < 1 || wanted > MOST_SIZE) {
      throw Problem.caller("log_size", "size is 1 to " + MOST_SIZE + ", not " + wanted);
    }
    return wanted;
  }

  int skipped() {
    if (page == null || cursor != null) {
      return 0;
    }
    if (page < 1) {
      throw Problem.caller("log_page", "page is at least 1, not " + page);
    }
    return (int) Math.min((page - 1L) * results(), LogSearch.MOST_HITS + 1L);
  }

  String text() {
    return query == null ? "" : query;
  }

  boolean isFuzzy() {
    return Boolean.TRUE.equals(fuzzy);
  }

  boolean wantsFacets() {
    return !Boolean.FALSE.equals(facets);
  }

  /** Whether it has no condition but its words and its time. */
  @JsonIgnore
  boolean isBasic() {
    return conditions().stream()
        .allMatch(
            condition ->
                condition instanceof Between between && between.field().equals("timestamp"));
  }
}
