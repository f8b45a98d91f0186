package io.vitrine.demo;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a person does during a visit: lands, looks, searches, fills the cart, may buy. */
final class Shopping {

  private static final double BOUNCE = 0.40;
  private static final double ADD = 0.036;

  private final Visit visit;
  private final Visitor visitor;
  private final Dice dice;
  private final double desire;
  private final List<Trial> running;
  private final Set<Trial> exposed = EnumSet.noneOf(Trial.class);

  Shopping(Visit visit) {
    this.visit = visit;
    this.visitor = visit.visitor;
    this.dice = visit.dice;
    this.desire = desire(visit);
    this.running = Trial.running(visit.world.opening(), visit.day);
  }

  private static double desire(Visit visit) {
    Visitor visitor = visit.visitor;
    double campaign = Campaign.on(visit.day).map(Campaign::appetite).orElse(1.0);
    double known = visitor.orders > 0 ? 1.5 : visitor.visits > 0 ? 1.15 : 0.9;
    double place = visitor.market().appetite() * visitor.agent().ease() * visit.channel.appetite();
    return visitor.drive() * campaign * known * place;
  }

  /** The whole visit. */
  void run() {
    forgetOldCart();
    land();
    expose(Trial.FREE_SHIPPING_BANNER);
    if (leavesAtOnce()) {
      return;
    }
    signIn();
    look();
    if (!visitor.cart.isEmpty()) {
      openCart();
    }
  }

  /** Most carts do not outlive the visit in which they were filled. */
  private void forgetOldCart() {
    if (dice.chance(0.65)) {
      visitor.cart.clear();
    }
  }

  private boolean leavesAtOnce() {
    double slow = visit.world.incidents().searchSlow(visit.now()) ? 1.3 : 1;
    return visitor.cart.isEmpty() && dice.chance(BOUNCE * slow / StrictMath.pow(desire, 0.25));
  }

  private void land() {
    Event.Draft landing = dice.chance(0.4) ? productView(choose()) : page(landingPage());
    visit.channel.mark(landing, visit.day, dice);
    visit.send(landing);
  }

  private String landingPage() {
    return dice.chance(0.55) ? "/" : categoryPage(visitor.favourite());
  }

  private static String categoryPage(String path) {
    return "/" + path.toLowerCase(Locale.ROOT).replace(" & ", "-").replace(' ', '-');
  }

  private Event.Draft page(String page) {
    return visit.event(EventType.PAGE_VIEW, page).set(Field.PAGE_TITLE, "Maison Lumen");
  }

  private Event.Draft productView(Product product) {
    return visit
        .about(EventType.PRODUCT_VIEW, product)
        .set(Field.PAGE_TITLE, product.name() + " | Maison Lumen");
  }

  private void expose(Trial trial) {
    if (!running.contains(trial) || !exposed.add(trial)) {
      return;
    }
    visit.send(
        visit
            .event(EventType.EXPOSURE, "/")
            .set(Field.EXPERIMENT, trial.key())
            .set(Field.VARIANT, trial.variant(visitor)));
  }

  private void signIn() {
    if (visitor.signedIn || (visitor.registers() && visitor.orders > 0 && dice.chance(0.7))) {
      visitor.signedIn = true;
    }
  }

  private void look() {
    int views = 1 + dice.poisson(2.0 * StrictMath.pow(Math.min(desire, 6), 0.3));
    for (int view = 0; view < views; view++) {
      findSomething();
      lookAt(choose());
    }
  }

  private void findSomething() {
    visit.pause(22);
    if (dice.chance(0.16)) {
      search();
      return;
    }
    if (dice.chance(0.30)) {
      visit.send(page(categoryPage(visitor.favourite())));
    }
  }

  private void search() {
    boolean lost = dice.chance(0.07);
    String words = lost ? dice.pick(Words.LOST_SEARCHES) : searchWords();
    visit.send(
        visit
            .event(EventType.SEARCH, "/search")
            .set(Field.SEARCH_QUERY, words)
            .set(Field.RESULTS, lost ? 0L : 1L + dice.below(40)));
  }

  private String searchWords() {
    String name = choose().name();
    List<String> words = List.of(name.split(" ", -1));
    return words.get(dice.below(words.size())).replace(",", "").toLowerCase(Locale.ROOT);
  }

  private Product choose() {
    return visit.world.catalogue().draw(dice, visitor.favourite());
  }

  private void lookAt(Product product) {
    visit.pause(8);
    visit.send(productView(product));
    if (wants(product)) {
      add(product);
    }
  }

  private boolean wants(Product product) {
    double ease = StrictMath.pow(45 / product.listed(), 0.5);
    return product.available(visit.day)
        && dice.chance(Math.min(0.6, ADD * desire * product.appeal() * ease));
  }

  private void add(Product product) {
    visit.pause(25);
    expose(Trial.STICKY_CART);
    put(product, dice.chance(0.14) ? 2 : 1);
    Product companion = visit.world.catalogue().companion(product);
    if (companion.available(visit.day) && dice.chance(0.32)) {
      visit.pause(30);
      visit.send(productView(companion));
      put(companion, 1);
    }
  }

  private void put(Product product, int pieces) {
    visit.pause(4);
    visitor.cart.merge(product, pieces, Integer::sum);
    visit.send(cartEvent(EventType.ADD_TO_CART, product, pieces));
  }

  private Event.Draft cartEvent(EventType type, Product product, long pieces) {
    return visit
        .about(type, product)
        .set(Field.QUANTITY, pieces)
        .set(Field.CART_ID, "c-" + Long.toString(visitor.number(), 36));
  }

  private void openCart() {
    visit.pause(15);
    visit.send(page("/cart"));
    expose(Trial.STICKY_CART);
    removeSome();
    if (!visitor.cart.isEmpty() && dice.chance(checkoutChance())) {
      new Checkout(visit).run();
    }
  }

  private void removeSome() {
    for (Map.Entry<Product, Integer> entry : List.copyOf(visitor.cart.entrySet())) {
      if (!entry.getKey().available(visit.day) || dice.chance(0.10)) {
        visit.pause(10);
        visit.send(cartEvent(EventType.REMOVE_FROM_CART, entry.getKey(), entry.getValue()));
        visitor.cart.remove(entry.getKey());
      }
    }
  }

  private double checkoutChance() {
    double chance = 0.36 * StrictMath.pow(Math.min(desire, 5), 0.15);
    return Math.min(0.92, chance * trialEffect());
  }

  private double trialEffect() {
    return running.stream()
        .mapToDouble(trial -> trial.effect(visitor))
        .reduce(1, (left, right) -> left * right);
  }
}
