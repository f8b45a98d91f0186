package io.vitrine.boards;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.accounts.Audit;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.accounts.Public;
import io.vitrine.model.Role;
import io.vitrine.store.EmbedRecord;
import io.vitrine.store.SavedRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Links that show a dashboard on other sites. */
@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class EmbedController {

  private static final String EMBEDS = "/api/shop/dashboards/{id}/embeds";
  private static final int USUAL_DAYS = 30;

  private final Embeds embeds;
  private final Dashboards dashboards;
  private final Audit audit;

  EmbedController(Embeds embeds, Dashboards dashboards, Audit audit) {
    this.embeds = embeds;
    this.dashboards = dashboards;
    this.audit = audit;
  }

  /** Links of a dashboard that the caller may change, the newest first. */
  @GetMapping(EMBEDS)
  @Needs(Role.ANALYST)
  EmbedPage list(@PathVariable UUID id, Caller caller) {
    SavedRecord dashboard = dashboards.shelf().changeable(id, caller);
    return new EmbedPage(embeds.of(dashboard.id()).stream().map(this::form).toList());
  }

  /** Makes a link that shows the dashboard on the hosts named, to whoever opens it there. */
  @PostMapping(path = EMBEDS, consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(Role.ANALYST)
  EmbedForm make(
      @PathVariable UUID id,
      @RequestBody WantedEmbed wanted,
      Caller caller,
      HttpServletRequest request) {
    SavedRecord dashboard = dashboards.shelf().changeable(id, caller);
    EmbedRecord made =
        embeds.make(
            dashboard.id(),
            wanted.hosts() == null ? List.of() : wanted.hosts(),
            wanted.days() == null ? USUAL_DAYS : wanted.days(),
            caller);
    audit.write(
        caller,
        "dashboard_embedded",
        dashboard.name(),
        request.getRemoteAddr(),
        String.join(" ", made.hosts()));
    return form(made);
  }

  /** Ends a link at once. */
  @DeleteMapping(EMBEDS + "/{embed}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(Role.ANALYST)
  void revoke(
      @PathVariable UUID id, @PathVariable UUID embed, Caller caller, HttpServletRequest request) {
    SavedRecord dashboard = dashboards.shelf().changeable(id, caller);
    embeds.revoke(dashboard.id(), embed);
    audit.write(caller, "embed_revoked", dashboard.name(), request.getRemoteAddr(), null);
  }

  /** The dashboard of a signed link, with its figures and nothing else. */
  @GetMapping("/api/embed/{token}")
  @Public
  EmbeddedForm show(@PathVariable String token) {
    return embeds.show(token);
  }

  private EmbedForm form(EmbedRecord embed) {
    return new EmbedForm(
        embed.id(),
        "/embed/" + embeds.token(embed),
        embed.hosts(),
        embed.createdAt(),
        embed.createdBy(),
        embed.expiresAt(),
        embed.revokedAt());
  }

  /**
   * A link to be made.
   *
   * @param hosts origins of the pages that may show it
   * @param days how long it holds, 1 to 366; 30 when absent
   */
  record WantedEmbed(@Nullable List<String> hosts, @Nullable Integer days) {}

  /**
   * A link as JSON.
   *
   * @param id its id
   * @param path its address on this server
   * @param hosts origins of the pages that may show it
   * @param createdAt when it was made
   * @param createdBy name of who made it
   * @param expiresAt when it ends
   * @param revokedAt when it was ended before; absent when it was not
   */
  @Schema(name = "Embed")
  record EmbedForm(
      UUID id,
      String path,
      List<String> hosts,
      Instant createdAt,
      String createdBy,
      Instant expiresAt,
      @Nullable Instant revokedAt) {}

  /** Links of a dashboard. */
  record EmbedPage(List<EmbedForm> embeds) {}
}
