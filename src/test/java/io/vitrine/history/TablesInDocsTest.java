package io.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.ShopTable;
import io.vitrine.model.TableColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/tables.md} tells of every table and column what {@link ShopTable} tells. With {@code
 * -Dtables.doc=write} that part of it is written anew.
 */
class TablesInDocsTest {

  private static final Path PAGE = Path.of("docs", "tables.md");
  private static final String MARK = "<!-- from here on as model.ShopTable tells -->\n";

  @Test
  void thePageTellsWhatTheListTells() throws IOException {
    String page = Files.readString(PAGE);
    String before = page.substring(0, page.indexOf(MARK) + MARK.length());
    String wanted =
        before
            + Arrays.stream(ShopTable.values())
                .map(TablesInDocsTest::section)
                .collect(Collectors.joining());
    if ("write".equals(System.getProperty("tables.doc"))) {
      Files.writeString(PAGE, wanted);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(wanted);
  }

  private static String section(ShopTable table) {
    return "\n## "
        + table.wireName()
        + "\n\n"
        + table.description()
        + (table.isOfVisitors() ? " Needs the role analyst." : "")
        + "\n\n| column | type | unit | meaning |\n|---|---|---|---|\n"
        + table.columns().stream().map(TablesInDocsTest::line).collect(Collectors.joining());
  }

  private static String line(TableColumn column) {
    return "| `"
        + column.name()
        + "` | "
        + word(column.type())
        + " | "
        + (column.unit() == null ? "" : word(column.unit()))
        + " | "
        + column.meaning().replace("|", "\\|")
        + " |\n";
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
