package io.vitrine.logs.wire;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.vitrine.accounts.Needs;
import io.vitrine.intake.LogDoor;
import io.vitrine.intake.Receipt;
import io.vitrine.model.Role;
import io.vitrine.model.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Logs of OpenTelemetry over HTTP. */
@RestController
@Tag(name = "protocols")
class OtlpController {

  private static final String PROTOBUF = "application/x-protobuf";

  private final LogDoor door;

  OtlpController(LogDoor door) {
    this.door = door;
  }

  /**
   * Takes logs as Protocol Buffers or JSON and answers in the same form. Records that are no logs
   * are counted in the partial success, which no client sends again.
   */
  @PostMapping({"/v1/logs", "/otlp/v1/logs"})
  @Needs(value = Role.ANALYST, orKey = Scope.INGEST)
  ResponseEntity<byte[]> logs(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    boolean json = type != null && type.contains("json");
    Receipt receipt =
        door.gathering(
            request,
            (body, length, into) -> {
              if (json) {
                OtlpJson.read(body, length, into::add);
              } else {
                OtlpLogs.read(new ProtoReader(body, length), into::add);
              }
            });
    String detail = receipt.rejectedTotal() == 0 ? "" : receipt.rejected().getFirst().detail();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, json ? "application/json" : PROTOBUF)
        .body(json ? json(receipt, detail) : protobuf(receipt, detail));
  }

  private static byte[] json(Receipt receipt, String detail) {
    if (receipt.rejectedTotal() == 0) {
      return "{}".getBytes(StandardCharsets.UTF_8);
    }
    Map<String, Object> partial = new LinkedHashMap<>();
    partial.put("rejectedLogRecords", Long.toString(receipt.rejectedTotal()));
    partial.put("errorMessage", detail);
    return Json.MAPPER.writeValueAsBytes(Map.of("partialSuccess", partial));
  }

  private static byte[] protobuf(Receipt receipt, String detail) {
    return receipt.rejectedTotal() == 0
        ? new byte[0]
        : ProtoWriter.partialSuccess(receipt.rejectedTotal(), detail);
  }
}
