package io.vitrine.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All products, a few of them much more wanted than the others. */
final class Catalogue {

  static final int SIZE = 320;

  private final List<Product> products;
  private final Odds<Product> all;
  private final Map<String, Odds<Product>> byShelf = new LinkedHashMap<>();

  Catalogue(long seed) {
    List<Integer> ranks = ranks(Dice.of(seed, 11));
    List<Product> made = new ArrayList<>();
    for (int number = 0; number < SIZE; number++) {
      made.add(product(seed, number, ranks.get(number)));
    }
    products = List.copyOf(made);
    all = new Odds<>(products, Product::popularity);
    Words.SHELVES.forEach(shelf -> byShelf.put(shelf.path(), odds(shelf.path())));
  }

  private static List<Integer> ranks(Dice dice) {
    List<Integer> ranks = new ArrayList<>();
    for (int rank = 0; rank < SIZE; rank++) {
      ranks.add(dice.below(rank + 1), rank);
    }
    return ranks;
  }

  private static Product product(long seed, int number, int rank) {
    Dice dice = Dice.of(seed, 12, number);
    Words.Shelf shelf = Words.SHELVES.get(number % Words.SHELVES.size());
    int turn = number / Words.SHELVES.size();
    String collection = Words.COLLECTIONS.get((number * 7 + turn) % Words.COLLECTIONS.size());
    String material = shelf.materials().get(turn % shelf.materials().size());
    double price = StrictMath.pow(shelf.high() / shelf.low(), dice.unit()) * shelf.low();
    return new Product(
        number,
        collection + " " + shelf.noun() + ", " + material,
        shelf.path(),
        price * 0.72,
        StrictMath.pow(rank + 3, -0.95),
        dice.logNormal(1, 0.35));
  }

  private Odds<Product> odds(String shelf) {
    List<Product> there =
        products.stream().filter(product -> product.category().equals(shelf)).toList();
    return new Odds<>(there, Product::popularity);
  }

  List<Product> products() {
    return products;
  }

  /** A product, most often from a favourite shelf. */
  Product draw(Dice dice, String favourite) {
    Odds<Product> shelf = byShelf.get(favourite);
    return shelf != null && dice.chance(0.6) ? shelf.draw(dice) : all.draw(dice);
  }

  /** What is often bought with a product. */
  Product companion(Product product) {
    int shift = product.category().startsWith("Lighting") ? 4 : 6;
    int shelf = product.number() % Words.SHELVES.size();
    int turn = product.number() / Words.SHELVES.size() / 4;
    int other = shelf < shift ? shift : (shelf + 1) % Words.SHELVES.size();
    return products.get(Math.min(SIZE - 1, other + turn * Words.SHELVES.size()));
  }
}
