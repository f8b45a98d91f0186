package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Association;
import org.jspecify.annotations.Nullable;

/**
 * What a question of kind Association takes besides period, filters, by and limit.
 *
 * @param basket order or session; order when absent
 * @param minimum fewest baskets of each thing and of the pair, at least 2; 5 when absent
 * @param with the one product or category whose pairs are asked for; all pairs when absent
 */
@Schema(name = "AssociationOptions")
record AssociationForm(@Nullable String basket, @Nullable Integer minimum, @Nullable String with) {

  static final AssociationForm DEFAULT = new AssociationForm(null, null, null);

  private static final int MINIMUM = 5;

  Association.Basket chosen() {
    return basket == null
        ? Association.Basket.ORDER
        : Words.read(Association.Basket.class, "association.basket", basket);
  }

  int fewest() {
    return minimum == null ? MINIMUM : minimum;
  }

  static AssociationForm of(Association asked) {
    return new AssociationForm(Words.write(asked.basket()), asked.minimum(), asked.with());
  }
}
