package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.store.StoreSettings;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way in for a shop's past that a file tells. It is the way of sent events but for what only a
 * living request has: the id is the file's, nobody is recognised by address and day, and an order
 * may have as many lines as it had. Thread-safe.
 */
public final class PastIntake {

  private static final int MOST_LINES = 100_000;

  private final List<Step> steps;
  private final String currency;

  private PastIntake(List<Step> steps, String currency) {
    this.steps = steps;
    this.currency = currency;
  }

  /**
   * Why an event stays out.
   *
   * @param reason in snake case
   * @param detail names the value and the rule
   */
  public record Refused(String reason, String detail) {}

  static PastIntake of(IntakeSettings settings, StoreSettings store, Rates rates) {
    Agents agents = new Agents();
    Places places = new Places();
    Sites sites = Sites.shipped();
    List<Step> steps =
        List.of(
            new RejectOversized(),
            new CleanText(),
            new HideCards(
                CardSecret.of(store.folder().resolve(CardSecret.FILE), new SecureRandom())),
            new KnowType(),
            new StampTime(settings.clockTolerance()),
            new KnowLog(),
            new ReadMoney(rates, MOST_LINES),
            new RecogniseBot(agents),
            new ReadAgent(agents),
            new PlaceOnMap(places),
            new AnonymiseAddress(places, settings.addresses()),
            new JoinSession(),
            new ReadExposure(),
            new ReadCampaign(sites, settings.ownHosts()),
            new ReadChannel(sites));
    return new PastIntake(steps, store.currency().getCurrencyCode());
  }

  /** Code of the reporting currency. */
  public String reportingCurrency() {
    return currency;
  }

  /**
   * Completes a draft that has an id.
   *
   * @param at when it was brought in
   * @return null when it may be finished and stored
   */
  public @Nullable Refused pass(Event.Draft draft, Instant at) {
    EmptyIds.clear(draft, Field.VISITOR_ID);
    EmptyIds.clear(draft, Field.USER_ID);
    for (Step step : steps) {
      Refusal refusal = step.apply(draft, at);
      if (refusal != null) {
        return new Refused(refusal.reason().wireName(), refusal.detail());
      }
    }
    return null;
  }
}
