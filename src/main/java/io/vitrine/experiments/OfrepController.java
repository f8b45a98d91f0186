package io.vitrine.experiments;

import io.vitrine.accounts.Needs;
import io.vitrine.accounts.Public;
import io.vitrine.model.Role;
import io.vitrine.model.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Flags for OpenFeature's clients. */
@RestController
@RequestMapping("/ofrep/v1")
class OfrepController {

  private static final String STREAM = "/ofrep/v1/changes/";

  /** A tag of If-None-Match, without the mark of a weak one. */
  private static final Pattern KNOWN_TAG = Pattern.compile("\"[^\"]*\"");

  private final Ofrep ofrep;
  private final FlagChanges changes;
  private final JsonMapper json;

  OfrepController(Ofrep ofrep, FlagChanges changes, JsonMapper json) {
    this.ofrep = ofrep;
    this.changes = changes;
    this.json = json;
  }

  /**
   * Evaluates one flag for a context, {"context": {"targetingKey": "visitor-1", ...}}. A visitor_id
   * in the context is the unit instead of the targeting key, so that a visitor keeps the variant
   * after signing in.
   */
  @PostMapping("/evaluate/flags/{key}")
  @Needs(value = Role.VIEWER, orKey = Scope.INGEST)
  ResponseEntity<String> one(
      @PathVariable String key, @RequestBody(required = false) @Nullable String body) {
    Ofrep.Reply reply = ofrep.one(key, body);
    return ResponseEntity.status(reply.status())
        .contentType(MediaType.APPLICATION_JSON)
        .body(json.writeValueAsString(reply.body()));
  }

  /** Evaluates all flags for a context; 304 while nothing changed for it. */
  @PostMapping("/evaluate/flags")
  @Needs(value = Role.VIEWER, orKey = Scope.INGEST)
  ResponseEntity<String> all(
      @RequestBody(required = false) @Nullable String body,
      @RequestHeader(name = "If-None-Match", required = false) @Nullable String known,
      HttpServletRequest request) {
    Ofrep.Reply reply = ofrep.all(body, stream(request));
    String text = json.writeValueAsString(reply.body());
    String tag =
        '"' + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString() + '"';
    if (reply.status() == 200 && isKnown(tag, known)) {
      return ResponseEntity.status(304).eTag(tag).build();
    }
    return ResponseEntity.status(reply.status())
        .eTag(tag)
        .contentType(MediaType.APPLICATION_JSON)
        .body(text);
  }

  /** The path alone: the client knows by which name it reaches this server, we may not. */
  private String stream(HttpServletRequest request) {
    return Objects.requireNonNull(
        ServletUriComponentsBuilder.fromContextPath(request)
            .path(STREAM + changes.ticket())
            .build()
            .getPath());
  }

  /** A proxy that compresses makes tags weak, and a client may know several. */
  private static boolean isKnown(String tag, @Nullable String known) {
    return known != null
        && KNOWN_TAG.matcher(known).results().anyMatch(one -> one.group().equals(tag));
  }

  /** Server-sent events that tell clients to evaluate again: {"type": "refetchEvaluation"}. */
  @GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Needs(value = Role.VIEWER, orKey = Scope.INGEST)
  SseEmitter changes() {
    return changes.subscribe();
  }

  /**
   * The same for browsers, whose event streams send no key: the ticket in the path does instead. It
   * comes with the evaluation of all flags, in eventStreams, and holds until the server is started
   * again; with another ticket the answer is 404.
   */
  @GetMapping(path = "/changes/{ticket}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Public
  SseEmitter changes(@PathVariable String ticket) {
    return changes.subscribe(ticket);
  }
}
