package io.vitrine.history;

import io.vitrine.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the rest of a file, over the redirect to the store. The key goes to the API only; the
 * store's address is signed, so messages name no more of it than the host.
 */
final class DownloadRequests {

  private static final int MOST_HOPS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http;
  private final URI api;
  private final KaggleKey key;
  private final InstantSource clock;

  DownloadRequests(HttpClient http, URI api, KaggleKey key, InstantSource clock) {
    this.http = http;
    this.api = api;
    this.key = key;
    this.clock = clock;
  }

  /**
   * The answer with the file or the rest of it: 200, 206 or 416.
   *
   * @throws Problem when asking again would not help
   * @throws DownloadAgain when it may
   */
  HttpResponse<InputStream> ask(DownloadPart part) throws IOException, DownloadAgain {
    URI uri = api;
    for (int hop = 0; hop < MOST_HOPS; hop++) {
      HttpResponse<InputStream> answer = send(request(uri, part));
      if (answer.statusCode() == 200 || answer.statusCode() == 206 || answer.statusCode() == 416) {
        return answer;
      }
      answer.body().close();
      uri = next(uri, answer);
    }
    throw outside("download_redirected", "The download was redirected " + MOST_HOPS + " times.");
  }

  private HttpRequest request(URI uri, DownloadPart part) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri).timeout(PATIENCE).header("User-Agent", "vitrine");
    if (isApi(uri)) {
      request.header("Authorization", key.authorization());
    }
    Optional<String> validator = part.validator();
    if (validator.isPresent()) {
      request.header("Range", "bytes=" + part.size() + "-").header("If-Range", validator.get());
    }
    return request.build();
  }

  private boolean isApi(URI uri) {
    return api.getScheme().equalsIgnoreCase(uri.getScheme())
        && api.getAuthority().equalsIgnoreCase(uri.getAuthority());
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws DownloadAgain {
    try {
      return http.send(request, BodyHandlers.ofInputStream());
    } catch (IOException failure) {
      String message = request.uri().getHost() + " cannot be reached: " + failure + ".";
      throw new DownloadAgain("download_unreachable", message, null);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw outside("download_stopped", "The download was stopped; what has come is kept.");
    }
  }

  /** Where an answer sends to; every other answer is a failure. */
  private URI next(URI uri, HttpResponse<?> answer) throws DownloadAgain {
    int status = answer.statusCode();
    Optional<String> location = answer.headers().firstValue("Location");
    if (status < 300 || status >= 400 || location.isEmpty()) {
      throw refused(uri, status, answer.headers());
    }
    URI next = resolve(uri, location.get());
    boolean secret = "https".equalsIgnoreCase(uri.getScheme());
    if (next.getHost() == null || (secret && !"https".equalsIgnoreCase(next.getScheme()))) {
      throw outside("download_redirected", uri.getHost() + " redirects to an unsafe address.");
    }
    return next;
  }

  private static URI resolve(URI uri, String location) {
    try {
      return uri.resolve(location);
    } catch (IllegalArgumentException failure) {
      throw outside("download_redirected", uri.getHost() + " redirects to what is no address.");
    }
  }

  private Problem refused(URI uri, int status, HttpHeaders headers) throws DownloadAgain {
    String answered = uri.getHost() + " answered " + status + ".";
    if (status == 429 || status >= 500) {
      throw new DownloadAgain(
          status == 429 ? "download_rate_limited" : "download_unavailable",
          answered,
          wait(headers));
    }
    if (!isApi(uri)) {
      // A signed address is good for some minutes only; the API gives another one.
      throw new DownloadAgain("download_address_refused", answered, null);
    }
    return switch (status) {
      case 401 ->
          new Problem(
              "kaggle_key_refused",
              Problem.Category.UNKNOWN_CALLER,
              answered
                  + " The user name and key do not belong together or the key was withdrawn: make"
                  + " a new one on Kaggle (Settings, API, Create New Token).");
      case 403 ->
          new Problem(
              "kaggle_forbidden",
              Problem.Category.FORBIDDEN,
              answered
                  + " The key may not fetch this set: sign in on Kaggle, verify the account, open"
                  + " the set's page, accept its terms, then try again.");
      case 404 ->
          Problem.absent(
              "kaggle_set_absent",
              answered + " The set is not at " + uri + ": check --base-url, or whether it moved.");
      default -> outside("download_failed", answered + " Nobody expects that; try again later.");
    };
  }

  /** The wait that an answer asks for: seconds or a date. */
  private @Nullable Duration wait(HttpHeaders headers) {
    return headers.firstValue("Retry-After").map(String::strip).map(this::wait).orElse(null);
  }

  private @Nullable Duration wait(String text) {
    if (text.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      ZonedDateTime until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(clock.instant(), until.toInstant());
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException unreadable) {
      return null;
    }
  }

  private static Problem outside(String code, String message) {
    return new Problem(code, Problem.Category.OUTSIDE, message);
  }
}
