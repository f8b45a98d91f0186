package io.vitrine.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.EventStore;
import io.vitrine.store.Extent;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What this program is, what it holds and what it is made of. */
@RestController
class AboutController {

  private final ObjectProvider<EventStore> store;
  private final ShippedSoftware software;
  private final String version;

  AboutController(
      ObjectProvider<EventStore> store,
      ShippedSoftware software,
      @Value("${info.version:unknown}") String version) {
    this.store = store;
    this.software = software;
    this.version = version;
  }

  /** The version, what the store holds at this moment, and every library with its licence. */
  @GetMapping("/api/about")
  @Needs(Role.VIEWER)
  About about() {
    Extent extent = extent();
    return new About(
        version,
        Runtime.version().toString(),
        extent.firstDay(),
        extent.lastDay(),
        extent.events(),
        extent.bytes(),
        software.libraries());
  }

  private Extent extent() {
    return store.stream()
        .findFirst()
        .orElseThrow(() -> Problem.absent("no_store", "this server has no event store"))
        .extent();
  }

  /**
   * This program.
   *
   * @param version of the program
   * @param java version of the machine that runs it
   * @param firstDay first day with events of visitors; null without any
   * @param lastDay last such day
   * @param events all stored events
   * @param bytes size of the event store on disk
   * @param libraries of the server, by name
   */
  @Schema(name = "About")
  record About(
      String version,
      String java,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay,
      long events,
      long bytes,
      List<ShippedSoftware.Library> libraries) {}
}
