package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.VisitorSegments;
import org.jspecify.annotations.Nullable;

/**
 * What a question of kind VisitorSegments takes besides period, filters and comparison.
 *
 * @param scheme activity or rfm; activity when absent
 * @param view shares or movement; shares when absent
 */
@Schema(name = "SegmentsOptions")
record SegmentsForm(@Nullable String scheme, @Nullable String view) {

  static final SegmentsForm DEFAULT = new SegmentsForm(null, null);

  VisitorSegments.Scheme chosenScheme() {
    return scheme == null
        ? VisitorSegments.Scheme.ACTIVITY
        : Words.read(VisitorSegments.Scheme.class, "segments.scheme", scheme);
  }

  VisitorSegments.View chosenView() {
    return view == null
        ? VisitorSegments.View.SHARES
        : Words.read(VisitorSegments.View.class, "segments.view", view);
  }

  static SegmentsForm of(VisitorSegments asked) {
    return new SegmentsForm(Words.write(asked.scheme()), Words.write(asked.view()));
  }
}
