package io.vitrine.logs;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Audit;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Fingerprint;
import io.vitrine.model.LogQuery;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.LogFound;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogSearch;
import io.vitrine.store.StoredEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The whole result of a search as a file, whatever its length. */
@RestController
@Tag(name = "logs")
class ExportController {

  private static final int AT_A_TIME = 1_000;

  private final LogSearches searches;
  private final LogIndex index;
  private final JsonMapper json;
  private final Audit audit;

  ExportController(LogSearches searches, LogIndex index, JsonMapper json, Audit audit) {
    this.searches = searches;
    this.index = index;
    this.json = json;
    this.audit = audit;
  }

  /**
   * All logs that a search finds: csv, json (one list) or ndjson (one object a line). It is written
   * as it is read, so it may have any number of rows; size, page and cursor of the search mean
   * nothing here. After its end come the trailers X-Rows and X-SHA256 of what was written; a file
   * that cannot be finished breaks off without its end. In csv a text that a spreadsheet would run
   * as a formula has a ' before it.
   */
  @PostMapping("/api/logs/search/export")
  @Needs(Role.ANALYST)
  @Operation(
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The file",
              content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = "application/json", schema = @Schema(type = "string"))
              }))
  void export(
      @RequestBody SearchForm form,
      @RequestParam(defaultValue = "csv") String format,
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    LogExport export = export(format);
    LogQuery query = searches.read(form).query();
    LogFound page = page(form, query, null);
    audit.write(caller, "logs_exported", form.text(), request.getRemoteAddr(), format);
    response.setContentType(export.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename("logs." + format).build().toString());
    announce(export, request, response);
    export.begin(response.getOutputStream());
    while (page != null) {
      for (StoredEvent stored : searches.fetch(page.hits())) {
        export.row(LogForm.of(stored.event()));
      }
      page = page.cursor() == null ? null : page(form, query, page.cursor());
    }
    export.end();
  }

  /** HTTP/1.0, which some proxies speak, knows no trailers. */
  private static void announce(
      LogExport export, HttpServletRequest request, HttpServletResponse response) {
    if (!request.getProtocol().equals("HTTP/1.0")) {
      response.setHeader("Trailer", Fingerprint.ROWS + ", " + Fingerprint.TRAILER);
      response.setTrailerFields(export::trailers);
    }
  }

  private LogExport export(String format) {
    return switch (format) {
      case "csv" -> new LogExport.Csv(json);
      case "json" -> new LogExport.JsonList(json);
      case "ndjson" -> new LogExport.JsonLines(json);
      default ->
          throw Problem.caller("export_format", "format is csv, json or ndjson, not " + format);
    };
  }

  private LogFound page(SearchForm form, LogQuery query, @Nullable String cursor) {
    return index.search(LogSearch.hits(query, form.order(), AT_A_TIME, cursor));
  }
}
