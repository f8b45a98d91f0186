package io.vitrine.shop;

import io.swagger.v3.oas.models.media.Schema;
import io.vitrine.model.Funnel;
import java.util.List;
import java.util.function.Function;

/** Names in the API's description what a funnel may say. */
final class FunnelWords {

  private FunnelWords() {}

  static void describe(Function<String, Schema<?>> schemas) {
    Schema<?> options = schemas.apply("FunnelOptions");
    options.description(
        "Whoever is counted enters with the first event of step 1 within the period that fits the"
            + " filters, and has the window from then on. Steps of show steps: entered (took the"
            + " step), converted (of them, took the next required step), still_open (their window"
            + " is not over), left (the rest). from_previous_step and from_first_step are shares of"
            + " those who took the required step before, and the first. times: the share that has"
            + " taken the last step by a time since the first, with its 95 % band (Kaplan-Meier)."
            + " trend: by day, week or month of entering; friction marks those more than one"
            + " standard deviation below the mean of those that are complete.");
    options.addProperty("order", ApiWords.words(Funnel.Order.values()));
    options.addProperty("entity", ApiWords.words(Funnel.Entity.values()));
    options.addProperty("show", ApiWords.text("steps", "times", "trend", "visitors"));
    options.setRequired(List.of("steps"));
    Schema<?> step = schemas.apply("FunnelStep");
    step.addProperty("mode", ApiWords.words(Funnel.Mode.values()));
    step.setRequired(List.of("type"));
  }
}
