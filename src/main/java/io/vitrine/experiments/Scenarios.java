package io.vitrine.experiments;

import io.vitrine.model.Problem;
import io.vitrine.store.Records;
import io.vitrine.store.SettingRecords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The scenarios of the planner: those that ship, until somebody edits them. */
@Component
class Scenarios {

  private static final String SETTING = "experiments.scenarios";
  private static final int MOST = 100;

  private final SettingRecords settings;
  private final JsonMapper json;
  private final Clock clock;
  private final List<Scenario> shipped = readShipped();

  Scenarios(Records records, JsonMapper json, Clock clock) {
    this.settings = records.settings();
    this.json = json;
    this.clock = clock;
  }

  List<Scenario> all() {
    return edited().orElse(shipped);
  }

  boolean isEdited() {
    return edited().isPresent();
  }

  private Optional<List<Scenario>> edited() {
    return settings.get(SETTING).map(text -> List.of(json.readValue(text, Scenario[].class)));
  }

  /** Replaces all of them. */
  void replace(List<Scenario> scenarios) {
    Set<String> ids = new HashSet<>();
    for (Scenario scenario : scenarios) {
      if (!ids.add(scenario.id())) {
        throw Problem.caller(
            "scenario_twice",
            "the id " + scenario.id() + " is there twice",
            Map.of("id", scenario.id()));
      }
    }
    if (scenarios.isEmpty() || scenarios.size() > MOST) {
      throw Problem.caller(
          "scenarios_out_of_range",
          "there are 1 to " + MOST + " scenarios, not " + ids.size(),
          Map.of("most", String.valueOf(MOST), "count", String.valueOf(ids.size())));
    }
    settings.put(SETTING, json.writeValueAsString(scenarios), clock.instant());
  }

  /** Back to those that ship. */
  void restore() {
    settings.remove(SETTING);
  }

  private static List<Scenario> readShipped() {
    try (InputStream file =
        Objects.requireNonNull(Scenarios.class.getResourceAsStream("scenarios.csv"))) {
      List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      List<Scenario> scenarios = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        scenarios.add(read(Arrays.asList(line.split(",", -1))));
      }
      return List.copyOf(scenarios);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** id, name_en, name_fr, name_es, target_rate, expected_lift, priority, cost_eur, weeks. */
  private static Scenario read(List<String> cells) {
    return new Scenario(
        cells.get(0),
        cells.get(1),
        cells.get(2),
        cells.get(3),
        Step.valueOf(cells.get(4).toUpperCase(Locale.ROOT)),
        Double.parseDouble(cells.get(5)),
        Scenario.Priority.valueOf(cells.get(6)),
        new BigDecimal(cells.get(7)),
        cells.get(8).isEmpty() ? null : Integer.valueOf(cells.get(8)));
  }
}
