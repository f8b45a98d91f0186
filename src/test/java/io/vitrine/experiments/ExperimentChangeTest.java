package io.vitrine.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.experiments.ExperimentChange.ChangedMember;
import io.vitrine.store.ExperimentRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ExperimentChangeTest {

  private static final String FIRST =
      """
      {"key": "cart", "name": "Cart", "state": "draft", "group": null, "planned_units": 1000,
       "variants": [{"name": "control", "value": 1.0, "share": 1}],
       "rollout": [{"at": null, "share": 0.1}], "rule": {"look": "fixed", "effect": 0.05}}""";
  private static final String SECOND =
      """
      {"key": "cart", "name": "Cart", "state": "running", "group": "checkout", "planned_units": null,
       "variants": [{"name": "control", "value": 1, "share": 1.0}],
       "rollout": [{"at": null, "share": 0.5}], "rule": {"look": "fixed", "effect": 0.1}}""";
  private static final String BEFORE_RULES = "{\"key\": \"cart\", \"name\": \"Cart\"}";

  @Test
  void aChangeNamesWhatBecameSomethingElse() {
    List<ExperimentChange> changes = changes(SECOND, FIRST);

    assertThat(changes.getFirst().changed())
        .containsExactlyInAnyOrder(
            new ChangedMember("group", null, "checkout"),
            new ChangedMember("planned_units", 1000, null),
            new ChangedMember("rollout", rollout(0.1), rollout(0.5)),
            new ChangedMember("rule.effect", 0.05, 0.1));
    assertThat(changes.getLast().changed()).as("the first form").isEmpty();
  }

  @Test
  void numbersAreTheSameHoweverTheyAreWritten() {
    assertThat(changes(FIRST.replace("1.0", "1").replace("1000", "1000.0"), FIRST).getFirst())
        .satisfies(change -> assertThat(change.changed()).isEmpty());
  }

  @Test
  void aFormFromBeforeThereWereRulesDidNotChangeThem() {
    assertThat(changes(FIRST, BEFORE_RULES).getFirst().changed())
        .extracting(ChangedMember::member)
        .doesNotContain("rule.look", "rule.effect", "group")
        .contains("rollout");
  }

  private static List<Map<String, Object>> rollout(double share) {
    Map<String, Object> step = new java.util.HashMap<>();
    step.put("at", null);
    step.put("share", share);
    return List.of(step);
  }

  private static List<ExperimentChange> changes(String after, String before) {
    return ExperimentChange.of(
        List.of(form(2, after), form(1, before)), JsonMapper.builder().build());
  }

  private static ExperimentRecord form(int version, String content) {
    return new ExperimentRecord("cart", version, content, Instant.EPOCH, "root", "changed", null);
  }
}
