package io.vitrine.trust;

import io.vitrine.accounts.Caller;
import io.vitrine.accounts.PlainPath;
import io.vitrine.accounts.RequestNotes;
import io.vitrine.store.AuditRecord;
import io.vitrine.store.AuditRecords;
import io.vitrine.trust.Exchange.Origin;
import io.vitrine.trust.Part.Place;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/**
 * Requests to this product, on their way to the inspection: copied when they are answered, looked
 * at by a thread of its own. When more arrive than can be looked at, some are passed over and
 * counted; nobody waits.
 */
final class OwnRequests implements DisposableBean {

  private static final System.Logger LOG = System.getLogger(OwnRequests.class.getName());
  private static final Duration FLUSH = Duration.ofMillis(250);

  /** Some 32 MB of memory. */
  private static final long MOST_SIGNS = 16 << 20;

  /** Routes whose bodies are data of the shop and are looked at when they are stored. */
  private static final List<String> DATA =
      List.of(
          "/api/events",
          "/api/logs/ingest",
          "/api/logs/upload",
          "/api/fraud/detect",
          "/_bulk",
          "/elastic",
          "/loki/",
          "/v1/",
          "/gelf",
          "/_doc",
          "/otlp");

  /** Routes at which people write what elsewhere would be an attack. */
  private static final List<String> WRITING = List.of("/api/sql", "/api/security/");

  private static final Set<String> DULL =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "connection",
          "cache-control",
          "pragma",
          "cookie",
          "content-type",
          "if-none-match",
          "if-modified-since",
          "upgrade-insecure-requests",
          "dnt",
          "sec-gpc",
          "priority",
          "keep-alive");

  private final Watch watch;
  private final AuditRecords audit;
  private final Clock clock;
  private final BlockingQueue<Exchange> waiting;

  /** Signs in those that wait: there may be many of them, but not many long ones. */
  private final AtomicLong waitingSigns = new AtomicLong();

  private final LongAdder passedOver = new LongAdder();
  private final Thread thread =
      Thread.ofPlatform().name("attack-watch").daemon().unstarted(this::run);
  private volatile boolean stopped;

  OwnRequests(Watch watch, AuditRecords audit, Clock clock, int most) {
    this.watch = watch;
    this.audit = audit;
    this.clock = clock;
    this.waiting = new ArrayBlockingQueue<>(most);
  }

  void start() {
    thread.start();
  }

  /** Requests that nobody looked at because too many came. */
  long passedOver() {
    return passedOver.sum();
  }

  /** Whether the body of a request is to be looked at. */
  static boolean hasTellingBody(HttpServletRequest request) {
    String path = path(request);
    boolean elsewhere =
        DATA.stream().anyMatch(path::startsWith)
            || WRITING.stream().anyMatch(path::startsWith)
            || path.contains("/_bulk")
            || path.contains("/_doc");
    return !elsewhere && isText(type(request));
  }

  private static boolean isText(String type) {
    return type.isEmpty()
        || type.contains("json")
        || type.contains("form-urlencoded")
        || type.contains("xml")
        || type.startsWith("text/");
  }

  private static String type(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null ? "" : type.toLowerCase(Locale.ROOT);
  }

  private static String path(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path == null ? "/" : PlainPath.of(path);
  }

  /** Takes a request that was answered. */
  void take(HttpServletRequest request, int status, String body) {
    if (isPlain(request, status)) {
      return;
    }
    Exchange next = exchange(request, status, body);
    long signs = signs(next);
    if (waitingSigns.addAndGet(signs) > MOST_SIGNS || !waiting.offer(next)) {
      waitingSigns.addAndGet(-signs);
      passedOver.increment();
    }
  }

  private static long signs(Exchange exchange) {
    return exchange.parts().stream().mapToLong(part -> part.value().length()).sum();
  }

  /** Files of the pages, and data that was taken. */
  private static boolean isPlain(HttpServletRequest request, int status) {
    String path = path(request);
    boolean data = DATA.stream().anyMatch(path::startsWith) || path.contains("/_bulk");
    boolean file = path.startsWith("/assets/") && request.getQueryString() == null;
    boolean taken =
        data && request.getQueryString() == null && RequestNotes.file(request).isEmpty();
    return status < 400 && status > 0 && (taken || file);
  }

  private Exchange exchange(HttpServletRequest request, int status, String body) {
    Caller caller = RequestNotes.caller(request).orElse(null);
    List<Part> parts = parts(request, body);
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String method = request.getMethod();
    return new Exchange(
        at,
        Origin.PRODUCT,
        "vitrine",
        RequestNotes.client(request),
        null,
        request.getHeader("User-Agent"),
        caller == null ? tried(parts) : caller.name(),
        caller == null ? null : caller.currentSession().map(UUID::toString).orElse(null),
        method == null ? "GET" : method,
        path(request),
        parts,
        status,
        problem(request, body),
        null,
        false,
        Deed.REQUEST);
  }

  private static @Nullable String problem(HttpServletRequest request, String body) {
    return depth(body) >= 60 ? "deep_body" : RequestNotes.problem(request);
  }

  private static int depth(String body) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < body.length(); i++) {
      char sign = body.charAt(i);
      depth += sign == '[' || sign == '{' ? 1 : 0;
      depth -= sign == ']' || sign == '}' ? 1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }

  /** The account that somebody tries to sign in to. */
  private static @Nullable String tried(List<Part> parts) {
    return parts.stream()
        .filter(part -> part.is(Place.BODY, "username") && !part.value().isBlank())
        .map(Part::value)
        .findFirst()
        .orElse(null);
  }

  private static List<Part> parts(HttpServletRequest request, String body) {
    List<Part> parts = new ArrayList<>();
    String sent = request.getRequestURI();
    if (sent != null && !sent.equals(path(request))) {
      parts.add(new Part(Place.PATH, RequestRules.SPELLING, sent));
    }
    String query = request.getQueryString();
    if (query != null) {
      parts.addAll(Parts.parameters(Place.QUERY, query));
    }
    for (String name : Collections.list(request.getHeaderNames())) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!DULL.contains(lower) && !lower.startsWith("sec-")) {
        Collections.list(request.getHeaders(name))
            .forEach(value -> parts.add(new Part(Place.HEADER, name, value)));
      }
    }
    String cookies = request.getHeader("Cookie");
    if (cookies != null) {
      parts.addAll(Parts.cookies(cookies));
    }
    if (!body.isEmpty()) {
      parts.addAll(Parts.body(type(request), body));
    }
    RequestNotes.file(request)
        .ifPresent(
            file -> {
              parts.add(new Part(Place.FILE, "name", file.name()));
              parts.add(new Part(Place.FILE, "beginning", file.beginning()));
            });
    return parts;
  }

  private void run() {
    Instant flushed = clock.instant();
    while (!stopped) {
      try {
        Exchange next = waiting.poll(FLUSH.toMillis(), TimeUnit.MILLISECONDS);
        if (next != null) {
          waitingSigns.addAndGet(-signs(next));
          watch.see(completed(next));
        }
        if (next == null || Duration.between(flushed, clock.instant()).compareTo(FLUSH) > 0) {
          watch.flush();
          flushed = clock.instant();
        }
      } catch (InterruptedException end) {
        return;
      } catch (RuntimeException failure) {
        LOG.log(System.Logger.Level.ERROR, "A request could not be inspected", failure);
      }
    }
  }

  /** The answer to a refresh token that came twice does not say so; the audit does. */
  private Exchange completed(Exchange seen) {
    boolean refresh = seen.path().equals("/api/auth/refresh") && seen.refused();
    List<AuditRecord> acts =
        refresh ? audit.newest(AuditRecords.Wanted.of("token_reused"), null, 1) : List.of();
    boolean reused =
        !acts.isEmpty() && Duration.between(acts.getFirst().at(), seen.at()).abs().toSeconds() < 5;
    if (!reused) {
      return seen;
    }
    return new Exchange(
        seen.at(),
        seen.origin(),
        seen.service(),
        seen.address(),
        seen.country(),
        seen.agent(),
        acts.getFirst().subject(),
        seen.session(),
        seen.method(),
        seen.path(),
        seen.parts(),
        seen.status(),
        "token_reused",
        null,
        false,
        Deed.REQUEST);
  }

  @Override
  public void destroy() throws InterruptedException {
    stopped = true;
    thread.interrupt();
    thread.join(5_000);
    watch.flush();
  }
}
