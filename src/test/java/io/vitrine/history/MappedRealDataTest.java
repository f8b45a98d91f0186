package io.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.RealData;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Real files against figures that others have counted. */
class MappedRealDataTest extends MappedFixture {

  private static final Path DATA = Path.of("..", "shared", "data");

  @Test
  @RealData("online-retail/online_retail.csv.gz")
  void theLedgerOfOnlineRetailEqualsItsFile() throws IOException {
    Path file = DATA.resolve("online-retail/online_retail.csv.gz");
    ImportReport report = bring(file, "online-retail");
    JsonNode json = json(report);
    assertThat(json.get("rows").asLong()).isEqualTo(541_909);
    assertThat(json.get("groups").asLong()).isEqualTo(25_900);
    assertThat(json.get("visitors").asLong()).isEqualTo(4_372);
    assertThat(json.get("countries").asLong()).isEqualTo(38);
    assertThat(json.get("exact_duplicates").asLong()).isEqualTo(5_268);
    assertThat(json.get("orders").asLong()).isEqualTo(19_960);
    assertThat(json.at("/revenue/gross").decimalValue()).isEqualByComparingTo("10666684.54");
    assertThat(json.at("/events/by_type/refund").asLong()).isEqualTo(9_288);
    assertThat(term(report, "file")).isEqualTo("541909 9747747.934");
    // Counted a second time by a script of its own: purchases by customer and product in lists.
    assertThat(term(report, "refunds_matched")).isEqualTo("7443 -463555.10");
    assertThat(term(report, "refunds_unmatched")).isEqualTo("1845 -433257.39");
    assertThat(term(report, "left_out.adjustment")).isEqualTo("2 -22124.12");
    assertThat(term(report, "rounding")).isEqualTo("0 0.004");
    assertThat(json.get("rejected").isEmpty()).isTrue();
    new PlainOnlineRetail(file).agreesWith(store);
  }

  @Test
  @RealData("shop-sample-logs/ecommerce.json.gz")
  void theLedgerOfTheSampleOrdersEqualsTheirFile() {
    rates = new String[] {"EUR=1"};
    ImportReport report =
        bring(DATA.resolve("shop-sample-logs/ecommerce.json.gz"), "sample-orders");
    JsonNode json = json(report);
    assertThat(json.get("orders").asLong()).isEqualTo(4_675);
    assertThat(json.get("visitors").asLong()).isEqualTo(46);
    assertThat(json.get("pieces").asLong()).isEqualTo(10_091);
    assertThat(json.at("/revenue/gross").decimalValue()).isEqualByComparingTo("350859.04");
    assertThat(term(report, "gross_revenue")).isEqualTo("10087 350859.04");
  }
}
