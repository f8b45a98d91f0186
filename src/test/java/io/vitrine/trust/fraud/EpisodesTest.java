package io.vitrine.trust.fraud;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.demo.DemoFeed;
import io.vitrine.demo.DemoShop;
import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The shipped rules on a year of the demo shop, whose episodes are known by their ids. */
class EpisodesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void theEpisodesOfTheDemoShopAreCaughtAndHonestPeopleAreLeftAlone() {
    Map<String, Double> scores = scores(1);
    Map<String, List<Double>> episodes = new TreeMap<>();
    List<Double> honest = new ArrayList<>();
    scores.forEach(
        (id, score) -> {
          String episode = Labels.episode(id);
          if (episode.isEmpty()) {
            honest.add(score);
          } else {
            episodes.computeIfAbsent(episode, none -> new ArrayList<>()).add(score);
          }
        });
    long caught =
        episodes.values().stream()
            .filter(its -> its.stream().anyMatch(score -> score >= Rules.SHIPPED.medium()))
            .count();
    long disturbed = honest.stream().filter(score -> score >= Rules.SHIPPED.medium()).count();
    assertThat(episodes).hasSizeGreaterThan(40);
    assertThat((double) caught / episodes.size()).as("episodes caught").isGreaterThan(0.95);
    assertThat((double) disturbed / honest.size()).as("honest disturbed").isLessThan(0.002);
  }

  /** The way in sets it for the shop's own currency. */
  private static Event withRate(Event.Draft draft) {
    return (draft.has(Field.RATE) ? draft : draft.set(Field.RATE, 1.0)).finish();
  }

  private static Map<String, Double> scores(long seed) {
    Instant end = TODAY.atStartOfDay(DemoShop.ZONE).toInstant();
    DemoFeed feed = DemoShop.yearBefore(TODAY, seed, 1).feed();
    Memory memory = new Memory();
    Map<String, Double> scores = new LinkedHashMap<>();
    while (feed.nextAt().isBefore(end)) {
      Event event = withRate(feed.next());
      if (Reading.TYPES.contains(event.type().name())) {
        Reading.payment(event)
            .ifPresent(
                report ->
                    scores.put(
                        report.id(),
                        Scorer.score(memory.observe(report), Rules.SHIPPED, Lists.NONE).value()));
      }
    }
    return scores;
  }
}
