package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.store.StoreSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The product's own steps, so that measured events are complete as stored ones are. */
public final class EveryStep {

  /** What foreign money of the made-up shop is worth. */
  private static final List<String> RATES = List.of("GBP=1.16", "CHF=1.05", "USD=0.90");

  private final Steps steps;

  /**
   * The steps with their default settings.
   *
   * @param folder for what they keep
   */
  public EveryStep(Path folder, ZoneId zone, Currency currency) {
    Random random = new Random(1);
    this.steps =
        Steps.of(
            IntakeSettings.defaults(),
            StoreSettings.of(folder, zone, currency),
            Rates.of(RATES, currency, zone),
            new DailySalt(folder.resolve("salts"), zone, random),
            random);
  }

  /**
   * Passes drafts through all steps.
   *
   * @throws IllegalStateException when one of them is refused
   */
  public List<Event> pass(List<Event.Draft> drafts, Instant receivedAt) {
    List<@Nullable Refusal> refusals = steps.pass(drafts, receivedAt);
    List<Event> events = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      Refusal refusal = refusals.get(i);
      if (refusal != null) {
        throw new IllegalStateException("refused: " + refusal);
      }
      events.add(drafts.get(i).finish());
    }
    return events;
  }
}
