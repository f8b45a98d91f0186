package io.vitrine.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many go a way of several steps to its end. A visitor, session, cart or order enters with its
 * first event of step 1 within the period and has the window from then on, beyond the period's end
 * as well. Filters and breakdown are about the event that enters and its session.
 *
 * @param way the steps and how they are counted
 * @param show what of it is answered
 * @param comparison of the steps alone
 */
public record Funnel(Way way, Show show, Span period, List<Filter> filters, Comparison comparison)
    implements Question {

  public Funnel {
    filters = List.copyOf(filters);
    if (comparison != Comparison.NONE && !(show instanceof Show.Steps)) {
      throw Problem.caller(
          "funnel_comparison", "only the steps of a funnel are compared, not " + show.wireName());
    }
  }

  /**
   * What is counted.
   *
   * @param steps 2 to 10; the first and the last are required
   * @param order in which the steps have to come
   * @param window from the first step to the last, 1 minute to 366 days
   * @param entity whose way it is
   */
  public record Way(List<Step> steps, Order order, Duration window, Entity entity) {
    public Way {
      steps = List.copyOf(steps);
      if (steps.size() < 2 || steps.size() > 10) {
        throw Problem.caller("funnel_steps", "a funnel has 2 to 10 steps, not " + steps.size());
      }
      if (!steps.getFirst().isRequired() || !steps.getLast().isRequired()) {
        throw Problem.caller(
            "funnel_ends", "the first and the last step of a funnel are required ones");
      }
      if (window.compareTo(Duration.ofMinutes(1)) < 0
          || window.compareTo(Duration.ofDays(366)) > 0) {
        throw Problem.caller(
            "funnel_window", "the window is 60 s to 31622400 s, not " + window.toSeconds() + " s");
      }
      if (order == Order.ANY && steps.stream().anyMatch(step -> step.mode() == Mode.EXCLUDED)) {
        throw Problem.caller(
            "funnel_excluded", "an excluded step stands between two others: it needs an order");
      }
    }
  }

  /**
   * One step.
   *
   * @param type of its events
   * @param mode whether it has to be taken
   * @param times how often, 1 to 100; an excluded step takes 1
   * @param filters that its events must all fit
   */
  public record Step(EventType type, Mode mode, int times, List<FieldFilter> filters) {
    public Step {
      filters = List.copyOf(filters);
      if (times < 1 || times > 100) {
        throw Problem.caller(
            "funnel_times", "a step is taken 1 to 100 times, not " + times + " times");
      }
      if (mode == Mode.EXCLUDED && times != 1) {
        throw Problem.caller("funnel_times", "an excluded step is not counted, it must not happen");
      }
      if (type.isLog()) {
        throw Problem.caller(
            "funnel_step_type", "a step is something that visitors do, not " + type.name());
      }
    }

    /** A required step of any event of a type. */
    public static Step of(EventType type) {
      return new Step(type, Mode.REQUIRED, 1, List.of());
    }

    public boolean isRequired() {
      return mode == Mode.REQUIRED;
    }
  }

  /** Whether a step has to be taken. */
  public enum Mode {
    REQUIRED,
    /** Counted where it lies between the steps around it, but may be left out. */
    OPTIONAL,
    /** Whoever does it between the steps around it does not reach the next one. */
    EXCLUDED
  }

  /** In which order steps have to come. */
  public enum Order {
    /** One after another; anything may happen between. */
    ORDERED,
    /** As ordered, and nothing of another step's kind happens between. */
    STRICT,
    /** In any order, all within the window from the first event of any step. */
    ANY
  }

  /** Whose way is counted. */
  public enum Entity {
    VISITOR,
    SESSION,
    /** A visitor's cart: from the first product put in to the purchase, or 30 days idle. */
    CART,
    ORDER
  }

  /** What of a funnel is answered. */
  public sealed interface Show {

    /** Name in the API. */
    String wireName();

    /**
     * One row per step: how many took it, went on, left, or still have time; of a dimension's every
     * value when there is one.
     *
     * @param limit most values of the dimension, 1 to 100, the largest first
     */
    record Steps(@Nullable Dimension by, int limit) implements Show {
      public Steps {
        if (limit < 1 || limit > 100) {
          throw Problem.caller("funnel_limit", "limit is 1 to 100, not " + limit);
        }
      }

      @Override
      public String wireName() {
        return "steps";
      }
    }

    /** The time from the first step to the last as a survival curve. */
    record Times() implements Show {
      @Override
      public String wireName() {
        return "times";
      }
    }

    /**
     * One row per day, week or month of entering, with days of friction marked.
     *
     * @param grain day, week or month
     */
    record Trend(Grain grain) implements Show {
      public Trend {
        if (grain == Grain.MINUTE || grain == Grain.HOUR) {
          throw Problem.caller(
              "funnel_grain", "a funnel is counted by day, week or month, not by hour or minute");
        }
      }

      @Override
      public String wireName() {
        return "trend";
      }
    }

    /**
     * The visitors of a step, the latest first.
     *
     * @param step number of the step, from 1
     * @param lost those who took the required step before it but not this one
     * @param limit most rows, 1 to 1,000
     */
    record Visitors(int step, boolean lost, int limit) implements Show {
      public Visitors {
        if (limit < 1 || limit > 1000) {
          throw Problem.caller("funnel_limit", "limit is 1 to 1000, not " + limit);
        }
      }

      @Override
      public String wireName() {
        return "visitors";
      }
    }
  }
}
