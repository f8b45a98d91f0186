package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Carts;
import io.vitrine.model.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * What Carts and CartList are asked for, as JSON.
 *
 * @param by of Carts: one row per value of this dimension; absent for one row
 * @param state of CartList: abandoned when absent
 */
@Schema(name = "CartsOptions")
record CartsForm(@Nullable String by, @Nullable String state) {

  static final CartsForm NONE = new CartsForm(null, null);

  static CartsForm of(Carts asked) {
    Dimension by = asked.by();
    return new CartsForm(by == null ? null : by.wireName(), null);
  }

  @Nullable Dimension dimension() {
    return by == null ? null : Words.read(Dimension.class, "carts.by", by);
  }

  Carts.State read() {
    return state == null
        ? Carts.State.ABANDONED
        : Words.read(Carts.State.class, "carts.state", state);
  }
}
