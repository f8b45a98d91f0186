package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads where a visitor came from, the first of: the campaign tags that the sender gives; those in
 * the page's address; the click id of an advertiser in it, named in {@code others._click_id}; the
 * referrer, whose host becomes source and kind the medium. The shop's own hosts, the host of the
 * page and places where people pay are never a source. Source and medium are in small letters.
 */
final class ReadCampaign implements Step {

  private static final Field[] TAGS = {
    Field.UTM_SOURCE, Field.UTM_MEDIUM, Field.UTM_CAMPAIGN, Field.UTM_TERM, Field.UTM_CONTENT
  };

  /**
   * What a click id says.
   *
   * @param parameter name of the parameter
   */
  private record Click(String parameter, String source, String medium) {}

  private static final List<Click> CLICKS =
      List.of(
          new Click("gclid", "google", "cpc"),
          new Click("gbraid", "google", "cpc"),
          new Click("wbraid", "google", "cpc"),
          new Click("dclid", "google", "display"),
          new Click("msclkid", "bing", "cpc"),
          new Click("ttclid", "tiktok", "paid"),
          new Click("fbclid", "facebook", "social"));

  private final Sites sites;
  private final List<String> ownHosts;

  /**
   * The step.
   *
   * @param ownHosts hosts of the shop; hosts below them are the shop's too
   */
  ReadCampaign(Sites sites, List<String> ownHosts) {
    this.sites = sites;
    this.ownHosts = ownHosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
  }

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    if (new EventType(String.valueOf(draft.text(Field.TYPE))).isLog()) {
      return null;
    }
    String page = draft.text(Field.PAGE);
    if (page != null && page.indexOf('?') >= 0) {
      readPage(draft, WebAddress.parameters(page));
    }
    readReferrer(draft, page);
    inSmallLetters(draft, Field.UTM_SOURCE);
    inSmallLetters(draft, Field.UTM_MEDIUM);
    return null;
  }

  private static void readPage(Event.Draft draft, Map<String, String> parameters) {
    for (Field tag : TAGS) {
      String value = parameters.get(tag.wireName());
      if (value != null && !value.isEmpty() && !draft.has(tag)) {
        draft.set(tag, PlainText.cut(value, tag.longest()));
      }
    }
    for (Click click : CLICKS) {
      if (parameters.containsKey(click.parameter)) {
        draft.other("_click_id", click.parameter);
        source(draft, click.source, click.medium);
        return;
      }
    }
  }

  private void readReferrer(Event.Draft draft, @Nullable String page) {
    String referrer = draft.text(Field.REFERRER);
    String host = referrer == null ? null : WebAddress.host(referrer);
    if (host == null || isOwn(host) || isSameSite(host, page)) {
      draft.set(Field.REFERRER_HOST, null);
      return;
    }
    Site site = sites.of(host);
    draft.set(Field.REFERRER_HOST, site.host());
    if (site.kind() != Site.Kind.PAYMENT) {
      source(draft, PlainText.cut(site.source(), 256), site.kind().medium());
    }
  }

  /** Source and medium belong together: they are set where neither is known. */
  private static void source(Event.Draft draft, String source, String medium) {
    if (!draft.has(Field.UTM_SOURCE) && !draft.has(Field.UTM_MEDIUM)) {
      draft.set(Field.UTM_SOURCE, source);
      draft.set(Field.UTM_MEDIUM, medium);
    }
  }

  private boolean isOwn(String host) {
    return ownHosts.stream().anyMatch(own -> isSameOrBelow(host, own));
  }

  private static boolean isSameSite(String host, @Nullable String page) {
    String pageHost = page == null ? null : WebAddress.host(page);
    return pageHost != null
        && (isSameOrBelow(bare(host), bare(pageHost)) || isSameOrBelow(bare(pageHost), bare(host)));
  }

  private static boolean isSameOrBelow(String host, String above) {
    return host.endsWith(above)
        && (host.length() == above.length()
            || host.charAt(host.length() - above.length() - 1) == '.');
  }

  private static String bare(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private static void inSmallLetters(Event.Draft draft, Field field) {
    String text = draft.text(field);
    if (text != null) {
      draft.set(field, text.toLowerCase(Locale.ROOT));
    }
  }
}
