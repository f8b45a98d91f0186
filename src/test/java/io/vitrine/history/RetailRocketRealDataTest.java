package io.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.RealData;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.duckdb.DuckEventStore;
import io.vitrine.store.past.SessionRule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real visitors of the RetailRocket set against figures that others have counted. */
class RetailRocketRealDataTest {

  @TempDir private Path folder;

  @Test
  @RealData("retailrocket-sample/events.csv")
  void theSampleComesInAsItWasCounted() {
    StoreSettings settings = StoreSettings.of(folder, ZoneOffset.UTC, Currency.getInstance("EUR"));
    try (EventStore store = DuckEventStore.open(settings, Clock.systemUTC())) {
      ImportReport report =
          new RetailRocketImport(store, folder)
              .run(
                  Path.of("..", "shared", "data", "retailrocket-sample"),
                  SessionRule.INACTIVITY,
                  part -> {});
      JsonNode json = JsonMapper.shared().valueToTree(report.content());
      assertThat(json.at("/events/raw").asLong()).isEqualTo(9_385);
      assertThat(json.at("/events/duplicates").asLong()).isEqualTo(3);
      assertThat(json.at("/events/kept").asLong()).isEqualTo(9_382);
      assertThat(json.at("/events/transactions").asLong()).isEqualTo(46);
      assertThat(json.at("/orders").asLong()).isEqualTo(40);
      assertThat(json.at("/visitors").asLong()).isEqualTo(5_000);
      assertThat(json.at("/sessions").asLong()).isEqualTo(6_229);
      assertThat(json.at("/categories").asLong()).isEqualTo(1_669);
      assertThat(json.at("/properties/rows").asLong()).isEqualTo(59);
    }
  }
}
