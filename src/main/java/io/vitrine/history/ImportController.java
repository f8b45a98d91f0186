package io.vitrine.history;

import io.vitrine.accounts.Needs;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.past.ImportRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The imports that were done, their reports and what they left out. */
@RestController
class ImportController {

  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private final EventStore store;
  private final Path data;

  ImportController(EventStore store, StoreSettings settings) {
    this.store = store;
    this.data = settings.folder();
  }

  /** Every import, the newest first. */
  @GetMapping("/api/data/imports")
  @Needs(Role.VIEWER)
  ImportList list() {
    List<ImportForm> imports = store.imports().all().stream().map(this::form).toList();
    return new ImportList(imports, imports.size());
  }

  private ImportForm form(ImportRecord done) {
    return new ImportForm(
        done.number(),
        done.kind(),
        done.startedAt(),
        done.finishedAt(),
        done.events(),
        Files.isRegularFile(rejects(done)),
        ImportReport.content(done));
  }

  private Path rejects(ImportRecord done) {
    return data.resolve("imports").resolve(done.fingerprint()).resolve("rejects.csv");
  }

  /** The rows that an import left out: file, line, reason, text. */
  @GetMapping(value = "/api/data/imports/{number}/rejects", produces = "text/csv")
  @Needs(Role.ANALYST)
  ResponseEntity<FileSystemResource> rejects(@PathVariable long number) {
    ImportRecord done =
        store.imports().all().stream()
            .filter(record -> record.number() == number)
            .findFirst()
            .orElseThrow(
                () -> Problem.absent("import_unknown", "there is no import of number " + number));
    Path file = rejects(done);
    if (!Files.isRegularFile(file)) {
      throw Problem.absent("rejects_gone", "the rejects of import " + number + " are not there");
    }
    String name = "rejects-" + number + ".csv";
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(new FileSystemResource(file));
  }

  /**
   * The imports.
   *
   * @param total how many there are
   */
  record ImportList(List<ImportForm> imports, int total) {}

  /**
   * An import.
   *
   * @param kind such as retailrocket or mapped
   * @param events that it added
   * @param hasRejects whether what it left out can be downloaded
   * @param report what was found, as the command line prints it
   */
  record ImportForm(
      long number,
      String kind,
      Instant startedAt,
      Instant finishedAt,
      long events,
      boolean hasRejects,
      Map<String, Object> report) {}
}
