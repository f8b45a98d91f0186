package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Attribution;
import io.vitrine.model.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * What an Attribution is asked for, as JSON.
 *
 * @param by what orders are owed to; channel when absent
 * @param lookBack days before an order, 1 to 365; 30 when absent
 */
@Schema(name = "AttributionOptions")
record AttributionForm(@Nullable String by, @Nullable Integer lookBack) {

  static final AttributionForm NONE = new AttributionForm(null, null);

  Dimension dimension() {
    return by == null ? Dimension.CHANNEL : Words.read(Dimension.class, "attribution.by", by);
  }

  int days() {
    return lookBack == null ? Attribution.DEFAULT_LOOK_BACK : lookBack;
  }
}
