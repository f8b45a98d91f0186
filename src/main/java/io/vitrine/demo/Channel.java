package io.vitrine.demo;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a visit comes to the shop, and the traces that this leaves. */
enum Channel {
  ORGANIC(32, 18, 1.0, null, null, "https://www.google.com/"),
  OTHER_ENGINES(6, 4, 1.0, null, null, "https://duckduckgo.com/"),
  PAID_SEARCH(18, 8, 1.15, "google", "cpc", "https://www.google.com/"),
  EMAIL(1, 19, 1.6, "newsletter", "email", null),
  INSTAGRAM(13, 7, 0.6, "instagram", "social", "https://l.instagram.com/"),
  FACEBOOK_ADS(7, 3, 0.65, "facebook", "paid_social", "https://m.facebook.com/"),
  PINTEREST(5, 3, 0.6, null, null, "https://www.pinterest.com/"),
  AFFILIATE(5, 3, 1.3, "awin", "affiliate", "https://www.bons-plans-deco.example/codes"),
  BLOGS(4, 2, 0.95, null, null, "https://journal-des-interieurs.example/lampes"),
  ASSISTANT(2, 1, 1.25, "chatgpt.com", null, "https://chatgpt.com/"),
  DIRECT(12, 34, 1.2, null, null, null);

  private static final Odds<Channel> FIRST =
      new Odds<>(List.of(values()), channel -> channel.first);
  private static final Odds<Channel> LATER =
      new Odds<>(List.of(values()), channel -> channel.later);
  private static final List<String> ENGINES =
      List.of("https://www.bing.com/", "https://duckduckgo.com/", "https://www.ecosia.org/");
  private static final List<String> ADS =
      List.of("brand", "shopping_lighting", "shopping_textiles");
  private static final List<String> TERMS =
      List.of("maison lumen", "brass table lamp", "linen throw");

  private final double first;
  private final double later;
  private final double appetite;
  private final @Nullable String source;
  private final @Nullable String medium;
  private final @Nullable String referrer;

  Channel(
      double first,
      double later,
      double appetite,
      @Nullable String source,
      @Nullable String medium,
      @Nullable String referrer) {
    this.first = first;
    this.later = later;
    this.appetite = appetite;
    this.source = source;
    this.medium = medium;
    this.referrer = referrer;
  }

  static Channel draw(Dice dice, boolean returning) {
    return (returning ? LATER : FIRST).draw(dice);
  }

  /** Readiness to buy of visits from here; 1 is the mean. */
  double appetite() {
    return appetite;
  }

  /** Leaves the channel's traces on the first event of a visit. */
  void mark(Event.Draft landing, LocalDate day, Dice dice) {
    landing.set(Field.REFERRER, this == OTHER_ENGINES ? dice.pick(ENGINES) : referrer);
    landing.set(Field.UTM_SOURCE, source).set(Field.UTM_MEDIUM, medium);
    landing.set(Field.UTM_CAMPAIGN, campaign(day, dice));
    clickId(dice).ifPresent(id -> landing.set(Field.PAGE, landing.text(Field.PAGE) + id));
    if (this == PAID_SEARCH) {
      landing.set(Field.UTM_TERM, dice.pick(TERMS)).set(Field.UTM_CONTENT, "ad_" + dice.below(4));
    }
  }

  private @Nullable String campaign(LocalDate day, Dice dice) {
    return switch (this) {
      case PAID_SEARCH -> dice.chance(0.5) ? dice.pick(ADS) : running(day).orElse("brand");
      case EMAIL -> running(day).orElse("weekly_letter");
      case INSTAGRAM -> running(day).orElse("inspiration");
      case FACEBOOK_ADS -> running(day).orElse("retargeting");
      case AFFILIATE -> "partners";
      case ORGANIC, OTHER_ENGINES, PINTEREST, BLOGS, ASSISTANT, DIRECT -> null;
    };
  }

  private static Optional<String> running(LocalDate day) {
    return Campaign.on(day).map(campaign -> campaign.tag(day));
  }

  private Optional<String> clickId(Dice dice) {
    return switch (this) {
      case PAID_SEARCH -> Optional.of("?gclid=" + Long.toString(dice.next() >>> 1, 36));
      case FACEBOOK_ADS -> Optional.of("?fbclid=" + Long.toString(dice.next() >>> 1, 36));
      case ORGANIC,
          OTHER_ENGINES,
          EMAIL,
          INSTAGRAM,
          PINTEREST,
          AFFILIATE,
          BLOGS,
          ASSISTANT,
          DIRECT ->
          Optional.empty();
    };
  }
}
