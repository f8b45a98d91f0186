package io.vitrine.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.vitrine.accounts.Audit;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.model.ShopTable;
import io.vitrine.model.TableColumn;
import io.vitrine.model.TableFormat;
import io.vitrine.store.EventStore;
import io.vitrine.store.Extent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tables of the shop's history: what there is, and downloads. */
@RestController
class TableController {

  private final EventStore store;
  private final Audit audit;

  TableController(EventStore store, Audit audit) {
    this.store = store;
    this.audit = audit;
  }

  /**
   * All tables with their columns and the rows that each has now, over the whole history, and what
   * the events behind them take on disk.
   */
  @GetMapping("/api/data/tables")
  @Needs(Role.VIEWER)
  Tables list() {
    Extent extent = store.extent();
    return new Tables(
        Arrays.stream(ShopTable.values()).map(this::form).toList(),
        extent.events(),
        extent.bytes());
  }

  private TableForm form(ShopTable table) {
    return new TableForm(
        table.wireName(),
        table.description(),
        table.isOfVisitors() ? Role.ANALYST.wireName() : Role.VIEWER.wireName(),
        table.columns().stream().map(ColumnForm::of).toList(),
        store.count(table, Period.ALWAYS));
  }

  /**
   * A whole table as a file, csv or parquet, of the days from and to, both included, or of the
   * whole history. Values come exactly as they are: a text that begins with = stays so, which a
   * spreadsheet may take for a formula. After its end comes the trailer X-SHA256 of what was
   * written. 429 while as many exports run as may at a time.
   */
  @GetMapping("/api/data/tables/{name}/export")
  @Needs(Role.ANALYST)
  @Operation(
      responses =
          @ApiResponse(
              responseCode = "200",
              description = "The file",
              content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(
                    mediaType = "application/vnd.apache.parquet",
                    schema = @Schema(type = "string", format = "binary"))
              }))
  void export(
      @PathVariable String name,
      @RequestParam(defaultValue = "csv") String format,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Caller caller,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ShopTable table = ShopTable.named(name);
    TableFormat wanted = TableFormat.named(format);
    Period period = period(from, to);
    audit.write(caller, "table_exported", name, request.getRemoteAddr(), wanted.wireName());
    // HTTP/1.0, which some proxies speak, knows no trailers.
    boolean trailers = !request.getProtocol().equals("HTTP/1.0");
    store.export(table, period, wanted, new TableDownload(response, table, wanted, trailers));
  }

  private static Period period(@Nullable String from, @Nullable String to) {
    return new Period(
        from == null ? Period.ALWAYS.from() : day("from", from),
        to == null ? Period.ALWAYS.to() : day("to", to));
  }

  private static LocalDate day(String name, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException impossible) {
      throw Problem.caller("date_form", name + " is a date such as 2026-10-31, not " + text);
    }
  }

  /**
   * The tables.
   *
   * @param events stored events that they are made of, and others beside them
   * @param bytes size of the event store on disk
   */
  @Schema(name = "DataTables")
  record Tables(List<TableForm> tables, long events, long bytes) {}

  /**
   * A table.
   *
   * @param role who may read its rows as an answer; all exports need analyst
   */
  @Schema(name = "DataTable")
  record TableForm(
      String name, String description, String role, List<ColumnForm> columns, long rows) {}

  /** A column of it. */
  @Schema(name = "DataColumn")
  record ColumnForm(String name, String type, @Nullable String unit, String meaning) {

    static ColumnForm of(TableColumn column) {
      return new ColumnForm(
          column.name(),
          column.type().name().toLowerCase(Locale.ROOT),
          column.unit() == null ? null : column.unit().name().toLowerCase(Locale.ROOT),
          column.meaning());
    }
  }
}
