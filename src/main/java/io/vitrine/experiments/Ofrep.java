package io.vitrine.experiments;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.experiments.Served.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Evaluates flags as OpenFeature's remote evaluation protocol (OFREP 0.3) asks. */
@Component
class Ofrep {

  /** The unit, when the targeting key has become an account: it stays the visitor. */
  private static final String VISITOR = "visitor_id";

  private static final String TARGETING_KEY = "targetingKey";

  /** Seconds after which a page that nobody sees need not listen any more. */
  private static final int INACTIVITY = 120;

  private final Experiments experiments;
  private final JsonMapper json;
  private final Clock clock;

  Ofrep(Experiments experiments, JsonMapper json, Clock clock) {
    this.experiments = experiments;
    this.json = json;
    this.clock = clock;
  }

  /**
   * One evaluation, or why there is none.
   *
   * @param status of HTTP
   */
  record Reply(int status, Object body) {}

  /** An evaluation as the protocol writes it; its names are not ours. */
  @Schema(name = "FlagEvaluation")
  record Evaluation(
      String key, Object value, String reason, String variant, Map<String, Object> metadata) {}

  /** A refusal as the protocol writes it. */
  @Schema(name = "FlagFailure")
  record Failure(
      @Nullable String key,
      @com.fasterxml.jackson.annotation.JsonProperty("errorCode") String errorCode,
      @com.fasterxml.jackson.annotation.JsonProperty("errorDetails") String errorDetails) {}

  /** All evaluations. */
  @Schema(name = "FlagEvaluations")
  record All(
      List<Evaluation> flags,
      Map<String, Object> metadata,
      @com.fasterxml.jackson.annotation.JsonProperty("eventStreams") List<EventStream> streams) {}

  /** Where changes are told. */
  @Schema(name = "FlagEventStream")
  record EventStream(
      String type,
      EventEndpoint endpoint,
      @com.fasterxml.jackson.annotation.JsonProperty("inactivityDelaySec") int inactivityDelay) {}

  /** A path at the origin by which the client reached us. */
  @Schema(name = "FlagEventEndpoint")
  record EventEndpoint(
      @com.fasterxml.jackson.annotation.JsonProperty("requestUri") String requestUri) {}

  /** Evaluates one flag. */
  Reply one(String key, @Nullable String body) {
    Context context = read(body);
    if (context.failure != null) {
      return new Reply(400, new Failure(key, context.failure, context.detail));
    }
    Serving serving = experiments.serving();
    return Optional.ofNullable(serving.find(key))
        .map(flag -> new Reply(200, evaluation(serving, flag, context, clock.instant())))
        .orElse(new Reply(404, new Failure(key, "FLAG_NOT_FOUND", "there is no flag " + key)));
  }

  /**
   * Evaluates all flags.
   *
   * @param stream path at which changes are told
   */
  Reply all(@Nullable String body, String stream) {
    Context context = read(body);
    if (context.failure != null) {
      return new Reply(400, new Failure(null, context.failure, context.detail));
    }
    Serving serving = experiments.serving();
    Instant now = clock.instant();
    List<Evaluation> flags =
        serving.all().stream().map(flag -> evaluation(serving, flag, context, now)).toList();
    EventStream changes = new EventStream("sse", new EventEndpoint(stream), INACTIVITY);
    return new Reply(200, new All(flags, Map.of(), List.of(changes)));
  }

  private static Evaluation evaluation(
      Serving serving, Experiment flag, Context context, Instant now) {
    Served served = serving.serve(flag, context.unit, context.attributes, now);
    return new Evaluation(
        flag.key(),
        served.value(),
        served.reason().wireName(),
        served.variant(),
        new TreeMap<>(
            Map.of("takes_part", served.takesPart(), "off", served.reason() == Reason.DISABLED)));
  }

  private record Context(
      String unit, Map<String, Object> attributes, @Nullable String failure, String detail) {

    static Context failed(String code, String detail) {
      return new Context("", Map.of(), code, detail);
    }
  }

  private Context read(@Nullable String body) {
    try {
      Map<String, Object> request =
          json.readValue(body == null ? "" : body, new TypeReference<>() {});
      return context(request);
    } catch (JacksonException unreadable) {
      return Context.failed("PARSE_ERROR", "the body is not a JSON object");
    }
  }

  private static Context context(@Nullable Map<String, Object> request) {
    // Clients leave an empty context out.
    Object given = request == null ? null : request.get("context");
    if (given == null) {
      given = Map.of();
    }
    if (!(given instanceof Map<?, ?> members)) {
      return Context.failed("INVALID_CONTEXT", "context is a JSON object, not " + given);
    }
    Map<String, Object> attributes = new TreeMap<>();
    members.forEach(
        (name, value) -> {
          if (name instanceof String text && value != null) {
            attributes.put(text, value);
          }
        });
    Object unit = attributes.getOrDefault(VISITOR, attributes.get(TARGETING_KEY));
    if (unit == null || String.valueOf(unit).isEmpty()) {
      return Context.failed(
          "TARGETING_KEY_MISSING", "the context has no targetingKey, the id of the visitor");
    }
    return new Context(String.valueOf(unit), attributes, null, "");
  }
}
