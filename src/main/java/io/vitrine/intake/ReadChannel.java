package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the channel from source, medium and campaign by the first rule that holds, after the
 * default channel group of Google Analytics 4. A medium is paid when it has cp in it or is ppc,
 * retargeting or begins with paid.
 *
 * <ol>
 *   <li>no source and no medium: Direct
 *   <li>a shopping site or a campaign named shop, paid: Paid Shopping
 *   <li>a search engine, social or video site, paid: Paid Search, Paid Social, Paid Video
 *   <li>medium display, banner, expandable, interstitial, cpm: Display
 *   <li>any other paid medium: Paid Other
 *   <li>a shopping site or a campaign named shop: Organic Shopping
 *   <li>source or medium is e-mail: Email
 *   <li>a social site or medium social, social-network, social-media, sm: Organic Social
 *   <li>a video site or a medium with video: Organic Video
 *   <li>a search engine or medium organic: Organic Search
 *   <li>medium affiliate: Affiliates; referral, app, link: Referral; audio: Audio
 *   <li>source or medium sms: SMS; medium ends in push or has mobile or notification: Push
 *   <li>otherwise: Unassigned
 * </ol>
 *
 * An order without a source has no channel of its own, so that its session's counts; a channel that
 * the sender gives stays. Logs have none.
 */
final class ReadChannel implements Step {

  private static final Set<String> DISPLAY =
      Set.of("display", "banner", "expandable", "interstitial", "cpm");
  private static final Set<String> EMAIL =
      Set.of("email", "e-mail", "e_mail", "e mail", "newsletter");
  private static final Set<String> SOCIAL =
      Set.of("social", "social-network", "social-media", "sm", "social network", "social media");
  private static final Set<String> REFERRAL = Set.of("referral", "app", "link");

  private final Sites sites;

  ReadChannel(Sites sites) {
    this.sites = sites;
  }

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    EventType type = new EventType(String.valueOf(draft.text(Field.TYPE)));
    if (type.isLog() || draft.has(Field.CHANNEL)) {
      return null;
    }
    String source = draft.text(Field.UTM_SOURCE);
    String medium = draft.text(Field.UTM_MEDIUM);
    if (source == null && medium == null) {
      draft.set(Field.CHANNEL, type.isOrder() ? null : Channel.DIRECT.label());
      return null;
    }
    String campaign = draft.text(Field.UTM_CAMPAIGN);
    draft.set(Field.CHANNEL, channel(orEmpty(source), orEmpty(medium), orEmpty(campaign)).label());
    return null;
  }

  /** The channel of a source, medium and campaign in small letters; empty when absent. */
  Channel channel(String source, String medium, String campaign) {
    Site.Kind kind = sites.kindOf(source);
    boolean isShopping = kind == Site.Kind.SHOPPING || namesShop(campaign);
    return isPaid(medium)
        ? paid(kind, isShopping, medium)
        : unpaid(source, medium, kind, isShopping);
  }

  private static Channel paid(Site.Kind kind, boolean isShopping, String medium) {
    if (isShopping) {
      return Channel.PAID_SHOPPING;
    }
    return switch (kind) {
      case SEARCH -> Channel.PAID_SEARCH;
      case SOCIAL -> Channel.PAID_SOCIAL;
      case VIDEO -> Channel.PAID_VIDEO;
      case SHOPPING, EMAIL, PAYMENT, OTHER ->
          DISPLAY.contains(medium) ? Channel.DISPLAY : Channel.PAID_OTHER;
    };
  }

  private static Channel unpaid(String source, String medium, Site.Kind kind, boolean isShopping) {
    if (DISPLAY.contains(medium)) {
      return Channel.DISPLAY;
    }
    if (isShopping) {
      return Channel.ORGANIC_SHOPPING;
    }
    if (EMAIL.contains(medium) || EMAIL.contains(source) || kind == Site.Kind.EMAIL) {
      return Channel.EMAIL;
    }
    return byMedium(source, medium, kind);
  }

  private static Channel byMedium(String source, String medium, Site.Kind kind) {
    return switch (medium) {
      case "affiliate", "affiliates" -> Channel.AFFILIATES;
      case "audio" -> Channel.AUDIO;
      case "sms" -> Channel.SMS;
      default -> bySite(source, medium, kind);
    };
  }

  private static Channel bySite(String source, String medium, Site.Kind kind) {
    if (kind == Site.Kind.SOCIAL || SOCIAL.contains(medium)) {
      return Channel.ORGANIC_SOCIAL;
    }
    if (kind == Site.Kind.VIDEO || medium.contains("video")) {
      return Channel.ORGANIC_VIDEO;
    }
    if (kind == Site.Kind.SEARCH || medium.equals("organic")) {
      return Channel.ORGANIC_SEARCH;
    }
    if (REFERRAL.contains(medium)) {
      return Channel.REFERRAL;
    }
    if (source.equals("sms")) {
      return Channel.SMS;
    }
    return isPush(medium) ? Channel.PUSH : Channel.UNASSIGNED;
  }

  private static boolean isPush(String medium) {
    return medium.endsWith("push") || medium.contains("mobile") || medium.contains("notification");
  }

  private static boolean isPaid(String medium) {
    return medium.contains("cp")
        || medium.startsWith("paid")
        || medium.equals("ppc")
        || medium.equals("retargeting");
  }

  /** Whether the name has the word shop or shopping in it. */
  private static boolean namesShop(String campaign) {
    for (String word : campaign.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
      if (word.equals("shop") || word.equals("shopping")) {
        return true;
      }
    }
    return false;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
