package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Filter;
import io.vitrine.model.Grain;
import io.vitrine.model.LogDimension;
import io.vitrine.model.LogFigure;
import io.vitrine.model.LogFigures;
import io.vitrine.model.Sort;
import io.vitrine.model.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a question of kind LogFigures has of its own.
 *
 * @param figures what is counted
 * @param by what it is split by; absent for one row
 * @param where conditions, all of which must hold
 */
@Schema(name = "LogFiguresOptions")
record LogFiguresForm(
    @Nullable List<String> figures, @Nullable List<String> by, @Nullable List<AmongForm> where) {

  /** The value of a field is one of some. */
  @Schema(name = "LogCondition")
  record AmongForm(@Nullable String field, @Nullable List<String> values) {

    LogFigures.Among among() {
      return new LogFigures.Among(
          Words.read(LogDimension.class, "logs.where.field", field),
          values == null ? List.of() : values);
    }
  }

  LogFigures question(
      Span period, @Nullable Grain grain, List<Filter> filters, @Nullable Sort sort, int limit) {
    List<LogFigure> counted = Words.readAll(LogFigure.class, "logs.figures", figures);
    return new LogFigures(
        counted,
        by == null ? List.of() : Words.readAll(LogDimension.class, "logs.by", by),
        where == null ? List.of() : where.stream().map(AmongForm::among).toList(),
        period,
        grain,
        filters,
        sort == null && !counted.isEmpty()
            ? new Sort(counted.getFirst().wireName(), true)
            : sort(sort),
        limit);
  }

  private static Sort sort(@Nullable Sort sort) {
    return sort == null ? new Sort("", true) : sort;
  }

  static LogFiguresForm of(LogFigures asked) {
    return new LogFiguresForm(
        asked.figures().stream().map(LogFigure::wireName).toList(),
        asked.by().stream().map(LogDimension::wireName).toList(),
        asked.where().stream()
            .map(among -> new AmongForm(among.field().wireName(), among.values()))
            .toList());
  }
}
