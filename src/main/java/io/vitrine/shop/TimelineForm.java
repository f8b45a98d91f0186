package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * The timeline of a visitor as JSON.
 *
 * @param visitor id of the visitor
 */
@Schema(name = "TimelineOptions")
record TimelineForm(@Nullable String visitor) {

  static TimelineForm of(Timeline asked) {
    return new TimelineForm(asked.visitor());
  }
}
