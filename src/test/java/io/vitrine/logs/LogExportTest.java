package io.vitrine.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LogExportTest {

  @Test
  void aSpreadsheetRunsNothingThatStrangersWrote() throws IOException {
    LogExport.Csv csv = new LogExport.Csv(new JsonMapper());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    csv.begin(file);
    for (String agent : List.of("=cmd|' /C calc'!A0", "@SUM(A1)", "-1+2", "curl/8 \"x\"")) {
      Map<String, Object> log = new LinkedHashMap<>();
      log.put("user_agent", agent);
      log.put("amount", -5.25);
      csv.row(log);
    }
    csv.end();
    List<String> rows =
        file.toString(StandardCharsets.UTF_8)
            .lines()
            .skip(1)
            .map(line -> line.replaceAll("^,+|,+$", "").replaceAll(",+", " "))
            .toList();
    assertThat(rows)
        .containsExactly(
            "'=cmd|' /C calc'!A0 -5.25",
            "'@SUM(A1) -5.25",
            "'-1+2 -5.25",
            "\"curl/8 \"\"x\"\"\" -5.25");
    assertThat(csv.trailers()).containsEntry(Fingerprint.ROWS, "4");
  }
}
