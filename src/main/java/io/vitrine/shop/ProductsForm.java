package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.Products;
import org.jspecify.annotations.Nullable;

/**
 * What a question of kind Products takes besides period, filters, comparison, sort, limit and
 * offset.
 *
 * @param group all, sold, not_sold, not_carted or under_performing; all when absent
 * @param search part of a product's id or name; all products when absent
 */
@Schema(name = "ProductsOptions")
record ProductsForm(@Nullable String group, @Nullable String search) {

  Products.Group chosen() {
    return group == null
        ? Products.Group.ALL
        : Words.read(Products.Group.class, "products.group", group);
  }

  String part() {
    return search == null ? "" : search;
  }

  static ProductsForm of(Products asked) {
    return new ProductsForm(Words.write(asked.group()), asked.search());
  }
}
