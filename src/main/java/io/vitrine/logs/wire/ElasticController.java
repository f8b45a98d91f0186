package io.vitrine.logs.wire;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Needs;
import io.vitrine.intake.LogDoor;
import io.vitrine.intake.LogDoor.Sent;
import io.vitrine.intake.LogDoor.Taken;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.model.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * What shippers need of Elasticsearch in order to send their logs: the bulk and the questions that
 * they ask before. It stands at /elastic, and for shippers that cannot name a path, the bulk and
 * its health check at the root.
 */
@RestController
@Tag(name = "protocols")
class ElasticController {

  private static final String PRODUCT = "X-Elastic-Product";
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final String VERSION = "8.19.0";

  private final LogDoor door;

  ElasticController(LogDoor door) {
    this.door = door;
  }

  /** Elasticsearch's bulk: an action a line, then its document. */
  @RequestMapping(
      path = {"/_bulk", "/elastic/_bulk"},
      method = {RequestMethod.POST, RequestMethod.PUT})
  @Needs(value = Role.ANALYST, orKey = Scope.INGEST)
  ResponseEntity<String> bulk(HttpServletRequest request) throws IOException {
    return take(request, null);
  }

  /** The same for one index. */
  @PostMapping({"/elastic/{index}/_bulk", "/elastic/{index}/{type}/_bulk"})
  @Needs(value = Role.ANALYST, orKey = Scope.INGEST)
  ResponseEntity<String> bulkOfIndex(@PathVariable String index, HttpServletRequest request)
      throws IOException {
    return take(request, index);
  }

  /** One document. */
  @PostMapping("/elastic/{index}/_doc")
  @Needs(value = Role.ANALYST, orKey = Scope.INGEST)
  ResponseEntity<String> document(@PathVariable String index, HttpServletRequest request)
      throws IOException {
    return takeOne(request, "index", index, null);
  }

  /** One document under an id; the same again changes nothing. */
  @PutMapping("/elastic/{index}/_doc/{id}")
  @Needs(value = Role.ANALYST, orKey = Scope.INGEST)
  ResponseEntity<String> documentWithId(
      @PathVariable String index, @PathVariable String id, HttpServletRequest request)
      throws IOException {
    return takeOne(request, "index", index, id);
  }

  /** One document under an id; the same again is a conflict. */
  @PutMapping("/elastic/{index}/_create/{id}")
  @Needs(value = Role.ANALYST, orKey = Scope.INGEST)
  ResponseEntity<String> newDocument(
      @PathVariable String index, @PathVariable String id, HttpServletRequest request)
      throws IOException {
    return takeOne(request, "create", index, id);
  }

  private ResponseEntity<String> takeOne(
      HttpServletRequest request, String operation, String index, @Nullable String id)
      throws IOException {
    return refusingWhole(
        request,
        () ->
            door.reading(
                request,
                body -> {
                  BulkBody.Item one = BulkBody.one(operation, index, id, body);
                  Taken taken = door.take(documents(List.of(one)));
                  BulkAnswer.One answer = BulkAnswer.ofOne(one, taken);
                  return told(request, HttpStatus.valueOf(answer.status()), answer.text());
                }));
  }

  private ResponseEntity<String> take(HttpServletRequest request, @Nullable String index)
      throws IOException {
    long began = System.nanoTime();
    return refusingWhole(
        request,
        () ->
            door.readingInPlace(
                request,
                (body, length) -> {
                  List<BulkBody.Item> items = BulkBody.read(body, length, index);
                  Taken taken = door.take(documents(items));
                  long millis = (System.nanoTime() - began) / 1_000_000;
                  return told(request, HttpStatus.OK, BulkAnswer.of(items, taken, millis));
                }));
  }

  private interface Taking {
    ResponseEntity<String> take() throws IOException;
  }

  private static ResponseEntity<String> refusingWhole(HttpServletRequest request, Taking taking)
      throws IOException {
    try {
      return taking.take();
    } catch (Problem problem) {
      if (problem.category() != Problem.Category.LOAD) {
        throw problem;
      }
      return busy(request, problem);
    }
  }

  /** The whole request, early: a reply that takes some and refuses some loses them for many. */
  private static ResponseEntity<String> busy(HttpServletRequest request, Problem problem) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("type", "es_rejected_execution_exception");
    error.put("reason", String.valueOf(problem.getMessage()));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("error", error);
    answer.put("status", 429);
    ResponseEntity<String> response = answer(request, HttpStatus.TOO_MANY_REQUESTS, answer);
    ResponseEntity.BodyBuilder told =
        ResponseEntity.status(response.getStatusCode())
            .headers(response.getHeaders())
            .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(2, seconds(problem))));
    String body = String.valueOf(response.getBody());
    return forgetsRefusals(request)
        ? cutOff(told.header(HttpHeaders.CONNECTION, "close"), body)
        : told.body(body);
  }

  private static long seconds(Problem problem) {
    return problem.retryAfter().map(wait -> wait.plusMillis(999).toSeconds()).orElse(0L);
  }

  /** It would ask again at once, thousands of times; so it waits for its answer. */
  private static ResponseEntity<String> cutOff(ResponseEntity.BodyBuilder told, String body) {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
    return told.contentLength(body.length() + 1L).body(body);
  }

  /**
   * Whether the sender is an rsyslog, which names itself nowhere: it gives up what any status
   * refuses and sends again what was cut off.
   */
  private static boolean forgetsRefusals(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.USER_AGENT) == null;
  }

  private static List<Sent> documents(List<BulkBody.Item> items) {
    List<Sent> documents = new ArrayList<>(items.size());
    for (BulkBody.Item item : items) {
      if (item.document() != null) {
        documents.add(item.document());
      }
    }
    return documents;
  }

  /** In the type that the client asks for, without spaces: some look for literal text in it. */
  private static ResponseEntity<String> answer(
      HttpServletRequest request, HttpStatus status, Object answer) {
    return told(request, status, Json.MAPPER.writeValueAsString(answer));
  }

  private static ResponseEntity<String> told(
      HttpServletRequest request, HttpStatus status, String answer) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    boolean vendor = accepted != null && accepted.startsWith("application/vnd.elasticsearch+json");
    return ResponseEntity.status(status)
        .header(PRODUCT, "Elasticsearch")
        .header(HttpHeaders.CONTENT_TYPE, vendor ? accepted : "application/json; charset=UTF-8")
        .body(answer);
  }

  /** Who this is, as clients ask before they send. */
  @GetMapping({"/elastic", "/elastic/"})
  @Needs(value = Role.ANALYST, orKey = Scope.INGEST)
  ResponseEntity<String> root(HttpServletRequest request) {
    Map<String, Object> version = new LinkedHashMap<>();
    version.put("number", VERSION);
    if (isOpenSearch(request)) {
      version.put("distribution", "opensearch");
    }
    version.put("build_flavor", "default");
    version.put("build_type", "tar");
    version.put("build_hash", "0000000000000000000000000000000000000000");
    version.put("build_date", "2025-01-01T00:00:00.000Z");
    version.put("build_snapshot", false);
    version.put("lucene_version", "9.12.1");
    version.put("minimum_wire_compatibility_version", "7.17.0");
    version.put("minimum_index_compatibility_version", "7.0.0");
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("name", "vitrine");
    answer.put("cluster_name", "vitrine");
    answer.put("cluster_uuid", "vitrineVitrineVitrine0");
    answer.put("version", version);
    answer.put("tagline", "You Know, for Search");
    return answer(request, HttpStatus.OK, answer);
  }

  /** Its clients want the word that Elasticsearch's must not see. */
  private static boolean isOpenSearch(HttpServletRequest request) {
    String agent = request.getHeader(HttpHeaders.USER_AGENT);
    return agent != null && agent.toLowerCase(java.util.Locale.ROOT).contains("opensearch");
  }

  @GetMapping({"/elastic/_license", "/elastic/_xpack"})
  @Needs(value = Role.ANALYST, orKey = Scope.INGEST)
  ResponseEntity<String> licence(HttpServletRequest request) {
    Map<String, Object> licence = new LinkedHashMap<>();
    licence.put("status", "active");
    licence.put("uid", "00000000-0000-0000-0000-000000000000");
    licence.put("type", "basic");
    licence.put("issue_date_in_millis", 0);
    licence.put("expiry_date_in_millis", 4_000_000_000_000L);
    return answer(request, HttpStatus.OK, Map.of("license", licence));
  }

  @GetMapping({
    "/_cluster/health",
    "/_cat/health",
    "/elastic/_cluster/health",
    "/elastic/_cat/health"
  })
  @Needs(value = Role.ANALYST, orKey = Scope.INGEST)
  ResponseEntity<String> health(HttpServletRequest request) {
    Map<String, Object> health = new LinkedHashMap<>();
    health.put("cluster_name", "vitrine");
    health.put("status", "green");
    health.put("timed_out", false);
    health.put("number_of_nodes", 1);
    return answer(request, HttpStatus.OK, health);
  }

  /** Nobody is to be found but who was asked: clients that look for others go on with that. */
  @GetMapping({"/elastic/_nodes", "/elastic/_nodes/http", "/elastic/_nodes/_all/http"})
  @Needs(value = Role.ANALYST, orKey = Scope.INGEST)
  ResponseEntity<String> nodes(HttpServletRequest request) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("cluster_name", "vitrine");
    answer.put("nodes", Map.of());
    return answer(request, HttpStatus.OK, answer);
  }

  /**
   * Templates, policies, pipelines and streams, which mean nothing here: they are there when
   * somebody asks, so that nobody has to make them.
   */
  @GetMapping({
    "/elastic/_index_template/{name}",
    "/elastic/_template/{name}",
    "/elastic/_component_template/{name}",
    "/elastic/_ilm/policy/{name}",
    "/elastic/_ingest/pipeline/{name}",
    "/elastic/_data_stream/{name}",
    "/elastic/_alias/{name}",
    "/elastic/{name}"
  })
  @Needs(value = Role.ANALYST, orKey = Scope.INGEST)
  ResponseEntity<String> furniture(@PathVariable String name, HttpServletRequest request) {
    return answer(request, HttpStatus.OK, Map.of(name, Map.of()));
  }

  @PutMapping({
    "/elastic/_index_template/{name}",
    "/elastic/_template/{name}",
    "/elastic/_component_template/{name}",
    "/elastic/_ilm/policy/{name}",
    "/elastic/_ingest/pipeline/{name}",
    "/elastic/_data_stream/{name}",
    "/elastic/_alias/{name}",
    "/elastic/{name}"
  })
  @Needs(value = Role.ANALYST, orKey = Scope.INGEST)
  ResponseEntity<String> makeFurniture(@PathVariable String name, HttpServletRequest request) {
    return answer(request, HttpStatus.OK, Map.of("acknowledged", true));
  }
}
