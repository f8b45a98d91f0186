package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What a Distribution is asked for, as JSON.
 *
 * @param quantity what is spread
 */
@Schema(name = "DistributionOptions")
record DistributionForm(@Nullable String quantity) {

  Quantity read() {
    return Words.read(Quantity.class, "distribution.quantity", quantity);
  }
}
