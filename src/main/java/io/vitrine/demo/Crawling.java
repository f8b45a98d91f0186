package io.vitrine.demo;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.time.Instant;
import java.time.LocalDate;

/** Robots that read the shop, page after page. */
final class Crawling {

  private final World world;

  Crawling(World world) {
    this.world = world;
  }

  void open(LocalDate day) {
    for (int kind = 0; kind < Crawler.ALL.size(); kind++) {
      open(day, kind);
    }
  }

  private void open(LocalDate day, int kind) {
    Dice dice = Dice.of(world.seed(), 81, day.toEpochDay(), kind);
    Crawler crawler = Crawler.ALL.get(kind);
    int visits = dice.poisson(crawler.visits() * StrictMath.sqrt(world.scale()));
    for (int visit = 0; visit < visits; visit++) {
      crawl(crawler, "bot-" + kind + "-" + day + "-" + visit, day, dice);
    }
  }

  private void crawl(Crawler crawler, String visit, LocalDate day, Dice dice) {
    String address = crawler.network().address(dice);
    Instant at = day.atStartOfDay(Season.HOME).toInstant().plusSeconds(dice.below(80_000));
    int pages = 1 + dice.poisson(crawler.pages());
    for (int page = 0; page < pages; page++) {
      at = at.plusMillis(300L + (long) dice.exponential(4_000));
      world.outbox().add(view(crawler, visit, page, at, dice).set(Field.IP, address));
    }
  }

  private Event.Draft view(Crawler crawler, String visit, int page, Instant at, Dice dice) {
    Product product = dice.pick(world.catalogue().products());
    return Event.draft()
        .set(Field.ID, visit + "-" + page)
        .set(Field.TYPE, EventType.PRODUCT_VIEW.name())
        .set(Field.TIMESTAMP, at)
        .set(Field.SOURCE, "browser")
        .set(Field.VISITOR_ID, visit)
        .set(Field.SESSION_ID, visit)
        .set(Field.USER_AGENT, crawler.header())
        .set(Field.PAGE, "/en" + product.page())
        .set(Field.PRODUCT_ID, product.id())
        .set(Field.PRODUCT_NAME, product.name())
        .set(Field.CATEGORY_ID, product.category());
  }
}
