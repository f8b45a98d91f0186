package io.vitrine.logs;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Role;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The charts of the log dashboard for those who look at logs in Kibana or its kin. */
@RestController
@Tag(name = "log dashboard")
class SavedObjectsController {

  private static final String FILE = "dashboards.ndjson";

  /**
   * Logs and errors per hour, top error messages by service and transactions by amount as saved
   * objects of Kibana and OpenSearch Dashboards.
   */
  @GetMapping(path = "/api/logs/saved-objects", produces = "application/x-ndjson")
  @Needs(Role.ANALYST)
  ResponseEntity<Resource> savedObjects() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/x-ndjson"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("vitrine-" + FILE).build().toString())
        .body(new ClassPathResource(FILE, SavedObjectsController.class));
  }
}
