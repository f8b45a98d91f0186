package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of settings does. */
public abstract class SettingRecordsContract {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  /** Records without any setting. */
  protected abstract SettingRecords settings();

  @Test
  void aSettingIsKeptReplacedAndRemoved() {
    assertThat(settings().get("a.b")).isEmpty();
    settings().put("a.b", "one", AT);
    settings().put("a.b", "two " + "x".repeat(20_000), AT);
    assertThat(settings().get("a.b")).hasValueSatisfying(two -> assertThat(two).startsWith("two"));
    settings().remove("a.b");
    settings().remove("a.b");
    assertThat(settings().get("a.b")).isEmpty();
  }

  @Test
  void settingsAreFoundByTheStartOfTheirName() {
    settings().put("shop_a", "1", AT);
    settings().put("shop_b", "2", AT);
    settings().put("shopXc", "3", AT);
    assertThat(settings().startingWith("shop_").toString()).isEqualTo("{shop_a=1, shop_b=2}");
  }
}
