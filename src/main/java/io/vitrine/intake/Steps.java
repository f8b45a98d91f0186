package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.store.StoreSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The steps that every event passes, in their order. Thread-safe. */
final class Steps {

  private final List<CountedStep> steps;

  private Steps(List<Step> steps) {
    this.steps = steps.stream().map(CountedStep::new).toList();
  }

  /** The way in, to be read aloud. */
  static Steps of(
      IntakeSettings settings,
      StoreSettings store,
      Rates rates,
      DailySalt salts,
      RandomGenerator random) {
    return of(settings, store, rates, salts, random, new Agents(), new Places());
  }

  /** The same with lists of browsers and countries that others use too. */
  static Steps of(
      IntakeSettings settings,
      StoreSettings store,
      Rates rates,
      DailySalt salts,
      RandomGenerator random,
      Agents agents,
      Places places) {
    Sites sites = Sites.shipped();
    return new Steps(
        List.of(
            new RejectOversized(),
            new CleanText(),
            new HideCards(CardSecret.of(store.folder().resolve(CardSecret.FILE), random)),
            new GiveId(random),
            new KnowType(),
            new StampTime(settings.clockTolerance()),
            new KnowLog(),
            new ReadMoney(rates),
            new RecogniseBot(agents),
            new ReadAgent(agents),
            new PlaceOnMap(places),
            new KnowVisitor(salts, store.zone()),
            new AnonymiseAddress(places, settings.addresses()),
            new JoinSession(),
            new ReadExposure(),
            new ReadCampaign(sites, settings.ownHosts()),
            new ReadChannel(sites)));
  }

  /**
   * Passes drafts through all steps. One step after the other sees all drafts, which costs two
   * looks at the clock a step instead of two an event.
   *
   * @return for each draft, null when it is kept
   */
  List<@Nullable Refusal> pass(List<Event.Draft> drafts, Instant receivedAt) {
    @Nullable Refusal[] refusals = new @Nullable Refusal[drafts.size()];
    for (CountedStep step : steps) {
      step.pass(drafts, refusals, receivedAt);
    }
    List<@Nullable Refusal> list = new ArrayList<>(refusals.length);
    for (Refusal refusal : refusals) {
      list.add(refusal);
    }
    return list;
  }

  /** What each step did so far, in their order. */
  List<Intake.StepCount> counts() {
    return steps.stream().map(CountedStep::count).toList();
  }
}
