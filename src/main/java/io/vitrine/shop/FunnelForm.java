package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Dimension;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import io.vitrine.model.FieldFilter;
import io.vitrine.model.Filter;
import io.vitrine.model.Funnel;
import io.vitrine.model.Grain;
import io.vitrine.model.Problem;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A funnel as JSON.
 *
 * @param steps 2 to 10
 * @param order ordered when absent
 * @param windowSeconds from the first step to the last; 7 days when absent
 * @param entity visitor when absent
 * @param show steps when absent
 * @param step of the visitors to show, from 1
 * @param lost the visitors who did not reach that step, instead of those who did
 */
@Schema(name = "FunnelOptions")
record FunnelForm(
    @Nullable List<StepForm> steps,
    @Nullable String order,
    @Nullable Long windowSeconds,
    @Nullable String entity,
    @Nullable String show,
    @Nullable Integer step,
    @Nullable Boolean lost) {

  private static final long WEEK_SECONDS = Duration.ofDays(7).toSeconds();
  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  /**
   * A step as JSON.
   *
   * @param type of event
   * @param mode required when absent
   * @param times 1 when absent
   * @param filters on fields of the event; all must hold
   */
  @Schema(name = "FunnelStep")
  record StepForm(
      @Nullable String type,
      @Nullable String mode,
      @Nullable Integer times,
      @Nullable List<QuestionForm.FilterForm> filters) {

    Funnel.Step step() {
      if (type == null || !TYPE.matcher(type).matches()) {
        throw Problem.caller(
            "funnel_step_type",
            "the type of a step is 1 to 64 small letters, digits or underscores, not " + type);
      }
      return new Funnel.Step(
          new EventType(type),
          mode == null ? Funnel.Mode.REQUIRED : Words.read(Funnel.Mode.class, "mode", mode),
          times == null ? 1 : times,
          filters == null ? List.of() : filters.stream().map(StepForm::filter).toList());
    }

    private static FieldFilter filter(QuestionForm.FilterForm form) {
      String name = form.field();
      Field field =
          Field.named(name == null ? "" : name)
              .orElseThrow(
                  () -> Problem.caller("unknown_name", "filters.field has " + name + ", no field"));
      return new FieldFilter(
          field,
          Words.read(Filter.Op.class, "filters.op", form.op()),
          form.values() == null ? List.of() : form.values());
    }

    static StepForm of(Funnel.Step step) {
      return new StepForm(
          step.type().name(),
          Words.write(step.mode()),
          step.times(),
          step.filters().stream().map(StepForm::of).toList());
    }

    private static QuestionForm.FilterForm of(FieldFilter filter) {
      return new QuestionForm.FilterForm(
          filter.field().wireName(), Words.write(filter.op()), filter.values());
    }
  }

  Funnel.Way way() {
    return new Funnel.Way(
        steps == null ? List.of() : steps.stream().map(StepForm::step).toList(),
        order == null ? Funnel.Order.ORDERED : Words.read(Funnel.Order.class, "order", order),
        Duration.ofSeconds(windowSeconds == null ? WEEK_SECONDS : windowSeconds),
        entity == null ? Funnel.Entity.VISITOR : Words.read(Funnel.Entity.class, "entity", entity));
  }

  Funnel.Show show(@Nullable List<String> by, @Nullable String grain, @Nullable Integer limit) {
    Dimension dimension = dimension(by);
    if (dimension != null && show != null && !show.equals("steps")) {
      throw Problem.caller("funnel_by", "only the steps of a funnel are broken down, not " + show);
    }
    return switch (show) {
      case null -> new Funnel.Show.Steps(dimension, limit == null ? 10 : limit);
      case "steps" -> new Funnel.Show.Steps(dimension, limit == null ? 10 : limit);
      case "times" -> new Funnel.Show.Times();
      case "trend" ->
          new Funnel.Show.Trend(
              grain == null ? Grain.DAY : Words.read(Grain.class, "grain", grain));
      case "visitors" ->
          new Funnel.Show.Visitors(
              step == null ? 1 : step, Boolean.TRUE.equals(lost), limit == null ? 50 : limit);
      default ->
          throw Problem.caller(
              "funnel_show", "show is steps, times, trend or visitors, not " + show);
    };
  }

  private static @Nullable Dimension dimension(@Nullable List<String> by) {
    if (by == null || by.isEmpty()) {
      return null;
    }
    if (by.size() > 1) {
      throw Problem.caller("funnel_by", "a funnel is broken down by 1 dimension, not " + by.size());
    }
    return Words.read(Dimension.class, "by", by.getFirst());
  }

  static @Nullable List<String> by(Funnel asked) {
    return asked.show() instanceof Funnel.Show.Steps steps && steps.by() != null
        ? List.of(steps.by().wireName())
        : null;
  }

  static @Nullable String grain(Funnel asked) {
    return asked.show() instanceof Funnel.Show.Trend trend ? Words.write(trend.grain()) : null;
  }

  static @Nullable Integer limit(Funnel asked) {
    return switch (asked.show()) {
      case Funnel.Show.Steps steps -> steps.limit();
      case Funnel.Show.Visitors visitors -> visitors.limit();
      case Funnel.Show.Times times -> null;
      case Funnel.Show.Trend trend -> null;
    };
  }

  static FunnelForm of(Funnel asked) {
    Funnel.Way way = asked.way();
    Funnel.Show.Visitors visitors =
        asked.show() instanceof Funnel.Show.Visitors shown ? shown : null;
    return new FunnelForm(
        way.steps().stream().map(StepForm::of).toList(),
        Words.write(way.order()),
        way.window().toSeconds(),
        Words.write(way.entity()),
        asked.show().wireName(),
        visitors == null ? null : visitors.step(),
        visitors == null ? null : visitors.lost());
  }
}
