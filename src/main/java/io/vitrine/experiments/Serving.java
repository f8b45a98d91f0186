package io.vitrine.experiments;

import io.vitrine.experiments.Experiment.RolloutStep;
import io.vitrine.experiments.Experiment.Variant;
import io.vitrine.experiments.Served.Reason;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what units get. Pure: the same experiments, unit, context and instant always give the
 * same. Immutable, so that a million evaluations a second need no lock.
 */
final class Serving {

  /** A chain of prerequisites longer than this goes in circles or is a mistake. */
  private static final int DEEPEST = 10;

  private final Map<String, Experiment> byKey = new HashMap<>();
  private final List<Experiment> all;

  Serving(List<Experiment> experiments) {
    this.all = List.copyOf(experiments);
    experiments.forEach(experiment -> byKey.put(experiment.key(), experiment));
  }

  List<Experiment> all() {
    return all;
  }

  @Nullable Experiment find(String key) {
    return byKey.get(key);
  }

  /**
   * What a unit gets.
   *
   * @param unit the visitor, also after signing in
   * @param context what is known of it
   * @param now for scheduled steps
   */
  Served serve(Experiment experiment, String unit, Map<String, Object> context, Instant now) {
    return serve(experiment, unit, context, now, 0);
  }

  private Served serve(
      Experiment experiment, String unit, Map<String, Object> context, Instant now, int depth) {
    if (!experiment.enabled()) {
      return served(experiment.control(), Reason.DISABLED, false);
    }
    return switch (experiment.state()) {
      case DRAFT, STOPPED -> served(experiment.control(), Reason.DISABLED, false);
      case DECIDED -> served(winner(experiment), Reason.STATIC, false);
      case RUNNING -> running(experiment, unit, context, now, depth);
    };
  }

  private Served running(
      Experiment experiment, String unit, Map<String, Object> context, Instant now, int depth) {
    boolean in =
        isMet(experiment, unit, context, now, depth)
            && experiment.conditions().stream().allMatch(condition -> condition.holds(context))
            && isOutsideHoldout(experiment, unit)
            && isInGroup(experiment, unit)
            && Bucket.of("rollout:" + experiment.key(), unit) < share(experiment.rollout(), now);
    if (!in) {
      return served(experiment.control(), Reason.STATIC, false);
    }
    boolean targeted = !experiment.conditions().isEmpty();
    Reason single = targeted ? Reason.TARGETING_MATCH : Reason.STATIC;
    Reason reason = experiment.variants().size() > 1 ? Reason.SPLIT : single;
    return served(drawn(experiment, unit), reason, true);
  }

  private boolean isMet(
      Experiment experiment, String unit, Map<String, Object> context, Instant now, int depth) {
    if (experiment.prerequisite() == null) {
      return true;
    }
    Experiment before = byKey.get(experiment.prerequisite());
    return before != null
        && depth < DEEPEST
        && serve(before, unit, context, now, depth + 1)
            .variant()
            .equals(experiment.prerequisiteVariant());
  }

  private static boolean isOutsideHoldout(Experiment experiment, String unit) {
    return experiment.holdout() == null
        || Bucket.of("holdout:" + experiment.holdout(), unit) >= experiment.holdoutShare();
  }

  private static boolean isInGroup(Experiment experiment, String unit) {
    if (experiment.group() == null) {
      return true;
    }
    double place = Bucket.of("group:" + experiment.group(), unit);
    return place >= experiment.groupFrom() && place < experiment.groupTo();
  }

  /** The share of the last step that has come; steps are in the order of their times. */
  static double share(List<RolloutStep> steps, Instant now) {
    double share = 0;
    for (RolloutStep step : steps) {
      if (step.at() == null || !step.at().isAfter(now)) {
        share = step.share();
      }
    }
    return share;
  }

  private static Variant drawn(Experiment experiment, String unit) {
    double all = 0;
    for (Variant variant : experiment.variants()) {
      all += variant.share();
    }
    double place = Bucket.of("variant:" + experiment.key(), unit) * all;
    for (Variant variant : experiment.variants()) {
      place -= variant.share();
      if (place < 0) {
        return variant;
      }
    }
    return experiment.variants().getLast();
  }

  private static Variant winner(Experiment experiment) {
    return experiment.variants().stream()
        .filter(variant -> variant.name().equals(experiment.winner()))
        .findFirst()
        .orElse(experiment.control());
  }

  private static Served served(Variant variant, Reason reason, boolean takesPart) {
    return new Served(variant.name(), variant.value(), reason, takesPart);
  }
}
