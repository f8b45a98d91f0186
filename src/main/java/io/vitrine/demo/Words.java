package io.vitrine.demo;

import java.util.List;
import java.util.Locale;

/** The shop's words: collections, shelves of the category tree, searches. */
final class Words {

  /**
   * A leaf of the category tree.
   *
   * @param path readable path
   * @param noun what lies there
   * @param low cheapest price in euro
   * @param high dearest price in euro
   * @param materials what it is made of
   */
  record Shelf(String path, String noun, double low, double high, List<String> materials) {}

  static final List<String> COLLECTIONS =
      List.of(
          "Opale",
          "Brume",
          "Alba",
          "Solène",
          "Marais",
          "Céleste",
          "Ondine",
          "Camargue",
          "Lueur",
          "Aubrac",
          "Sillage",
          "Mistral",
          "Garance",
          "Vézère",
          "Iroise",
          "Noctua",
          "Belle-Île",
          "Ardoise",
          "Séraphine",
          "Cévennes",
          "Pastel",
          "Rivage",
          "Lin Sauvage",
          "Éclat",
          "Hameau",
          "Jonquille",
          "Clairière",
          "Tamaris",
          "Verger",
          "Esquisse");

  static final List<Shelf> SHELVES =
      List.of(
          shelf("Lighting/Table lamps", "table lamp", 49, 149, "brass", "oak", "ceramic"),
          shelf("Lighting/Floor lamps", "floor lamp", 99, 289, "steel", "oak", "brass"),
          shelf("Lighting/Pendant lights", "pendant light", 59, 219, "rattan", "glass", "linen"),
          shelf("Lighting/Wall lights", "wall light", 39, 119, "brass", "plaster", "steel"),
          shelf("Lighting/Bulbs", "LED bulb", 7, 19, "clear", "amber", "opal"),
          shelf("Textiles/Throws", "throw", 29, 89, "wool", "cotton", "linen"),
          shelf("Textiles/Cushions", "cushion", 17, 49, "velvet", "linen", "bouclé"),
          shelf("Textiles/Bed linen", "bed set", 59, 169, "percale", "linen", "satin"),
          shelf("Textiles/Curtains", "curtain", 35, 95, "linen", "velvet", "voile"),
          shelf("Textiles/Rugs", "rug", 69, 349, "wool", "jute", "cotton"),
          shelf("Kitchen & Table/Tableware", "dinner plate set", 29, 89, "stoneware", "porcelain"),
          shelf("Kitchen & Table/Glassware", "glass set", 19, 59, "recycled glass", "crystal"),
          shelf("Kitchen & Table/Cookware", "casserole", 39, 159, "cast iron", "copper"),
          shelf("Kitchen & Table/Table linen", "tablecloth", 19, 69, "linen", "cotton"),
          shelf("Decoration/Vases", "vase", 15, 79, "glass", "terracotta", "ceramic"),
          shelf("Decoration/Candles", "scented candle", 15, 45, "fig", "cedar", "orange blossom"),
          shelf("Decoration/Mirrors", "mirror", 49, 199, "brass", "rattan", "oak"),
          shelf("Decoration/Frames", "picture frame", 13, 45, "oak", "brass", "black"),
          shelf("Decoration/Clocks", "wall clock", 29, 89, "cork", "oak", "steel"),
          shelf("Furniture/Side tables", "side table", 79, 259, "oak", "marble", "steel"),
          shelf("Furniture/Stools", "stool", 59, 149, "oak", "beech", "rattan"),
          shelf("Furniture/Shelves", "shelf", 39, 189, "oak", "steel", "pine"),
          shelf("Bath/Towels", "towel set", 19, 59, "cotton", "linen"),
          shelf("Bath/Accessories", "soap dish", 11, 39, "stone", "ceramic"),
          shelf("Garden/Lanterns", "lantern", 25, 99, "iron", "bamboo"),
          shelf("Garden/Planters", "planter", 19, 119, "terracotta", "zinc", "fibre"));

  static final List<String> LOST_SEARCHES =
      List.of("gift card", "sofa", "christmas tree", "outlet", "lamp shade e14", "kids desk");

  private Words() {}

  private static Shelf shelf(
      String path, String noun, double low, double high, String... materials) {
    return new Shelf(path, noun, low, high, List.of(materials));
  }

  /** {@code Opale table lamp, brass} as {@code opale-table-lamp-brass}. */
  static String slug(String name) {
    String plain = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD);
    return plain.replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
