package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Filter;
import io.vitrine.model.Paths;
import io.vitrine.model.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ways of sessions as JSON.
 *
 * @param label types when absent
 * @param anchor step that the ways lead from or to
 * @param direction from when absent
 * @param length steps of a way; 5 when absent
 * @param show moves when absent
 */
@Schema(name = "PathsOptions")
record PathsForm(
    @Nullable String label,
    @Nullable String anchor,
    @Nullable String direction,
    @Nullable Integer length,
    @Nullable String show) {

  static final PathsForm DEFAULT = new PathsForm(null, null, null, null, null);

  Paths question(Period days, List<Filter> filters, @Nullable Integer limit) {
    return new Paths(
        label == null ? Paths.Label.TYPES : Words.read(Paths.Label.class, "label", label),
        anchor,
        direction == null
            ? Paths.Direction.FROM
            : Words.read(Paths.Direction.class, "direction", direction),
        length == null ? 5 : length,
        show == null ? Paths.Show.MOVES : Words.read(Paths.Show.class, "show", show),
        limit == null ? 20 : limit,
        days,
        filters);
  }

  static PathsForm of(Paths asked) {
    return new PathsForm(
        Words.write(asked.label()),
        asked.anchor(),
        Words.write(asked.direction()),
        asked.length(),
        Words.write(asked.show()));
  }
}
