package io.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BotListTest {

  private final BotList bots = BotList.shipped();

  @Test
  void theExamplesOfTheListAreRobots() throws Exception {
    int robots = 0;
    int missed = 0;
    try (var file = BotList.class.getResourceAsStream("crawler-user-agents.json")) {
      for (JsonNode entry : JsonMapper.shared().readTree(Objects.requireNonNull(file))) {
        for (JsonNode instance : entry.path("instances")) {
          robots++;
          missed += bots.isBot(instance.stringValue()) ? 0 : 1;
        }
      }
    }
    assertThat(robots).isGreaterThan(1_000);
    assertThat(missed).isZero();
  }

  @Test
  void browsersAreNone() {
    assertThat(
            List.of(
                "",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like"
                    + " Gecko) Version/17.4 Safari/605.1.15",
                "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
                "Mozilla/5.0 (Linux; Android 14; Cubot P80) AppleWebKit/537.36 (KHTML, like Gecko)"
                    + " Chrome/125.0.0.0 Mobile Safari/537.36"))
        .noneMatch(bots::isBot);
  }

  @Test
  void noTextMakesItSlow() {
    Agents agents = new Agents();
    agents.of("warm");
    Random random = new Random(3);
    List<String> seeds =
        List.of(
            "Spider", "Current", "ContextualBot", "a", "Mozilla/5.0 (", " ", "1.", ";", "Chrome/");
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          for (int i = 0; i < 200; i++) {
            agents.of(
                seeds.get(random.nextInt(seeds.size())).repeat(1_024).substring(i, 1_024 - i));
          }
        });
  }

  @Test
  void anExpressionThatCouldBeSlowIsRefused() {
    assertThatThrownBy(() -> BotList.of(List.of("(a+)+b+c*")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void manyWordsAreFoundInOnePass() {
    LiteralMatcher matcher = LiteralMatcher.of(List.of("he", "she", "his", "hers"));
    assertThat(List.of("ushers", "xhis", "he", "shis")).allMatch(matcher::isIn);
    assertThat(List.of("", "h", "s", "hx", "sx\u00e9h")).noneMatch(matcher::isIn);
  }
}
