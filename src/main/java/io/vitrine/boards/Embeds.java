package io.vitrine.boards;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vitrine.accounts.Caller;
import io.vitrine.model.Comparison;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.store.EmbedRecord;
import io.vitrine.store.EmbedRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Links by which a page of another host shows a dashboard to people without an account. A link
 * names its record and its end, and is signed; what it shows is looked up, so that it ends when it
 * is revoked. Its answers are kept for a minute, because anybody can ask for them.
 */
final class Embeds {

  private static final String PURPOSE = "embed";
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final int MOST_KEPT = 100;
  private static final int MOST_HOSTS = 20;
  private static final int LONGEST_DAYS = 366;
  private static final Pattern HOST =
      Pattern.compile("https?://(\\*\\.)?[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:\\d{1,5})?");

  private final EmbedRecords records;
  private final Dashboards dashboards;
  private final Asking asking;
  private final Calendar calendar;
  private final LinkKey key;
  private final Clock clock;
  private final Cache<UUID, EmbeddedForm> kept =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterWrite(KEPT).build();

  Embeds(
      EmbedRecords records,
      Dashboards dashboards,
      Asking asking,
      Calendar calendar,
      LinkKey key,
      Clock clock) {
    this.records = records;
    this.dashboards = dashboards;
    this.asking = asking;
    this.calendar = calendar;
    this.key = key;
    this.clock = clock;
  }

  /**
   * Makes a link.
   *
   * @param hosts where it may be shown, such as shop.example or http://localhost:3000
   * @param days how long it holds
   * @throws Problem naming the host or the number that does not do
   */
  EmbedRecord make(UUID dashboard, List<String> hosts, int days, Caller caller) {
    if (days < 1 || days > LONGEST_DAYS) {
      throw Problem.caller("embed_days", "days is 1 to " + LONGEST_DAYS + ", not " + days);
    }
    if (hosts.isEmpty() || hosts.size() > MOST_HOSTS) {
      throw Problem.caller("embed_hosts", "an embed names 1 to " + MOST_HOSTS + " hosts");
    }
    Instant now = clock.instant();
    EmbedRecord embed =
        new EmbedRecord(
            UUID.randomUUID(),
            dashboard,
            hosts.stream().map(Embeds::origin).distinct().toList(),
            now,
            caller.name(),
            now.plus(Duration.ofDays(days)),
            null);
    records.add(embed);
    return embed;
  }

  private static String origin(String host) {
    String text = host.strip().toLowerCase(Locale.ROOT).replaceAll("/+$", "");
    String origin = text.contains("://") ? text : "https://" + text;
    if (!HOST.matcher(origin).matches()) {
      throw Problem.caller(
          "embed_host", "a host is like shop.example or https://shop.example:8443, not " + host);
    }
    return origin;
  }

  List<EmbedRecord> of(UUID dashboard) {
    return records.of(dashboard);
  }

  /**
   * Ends a link at once.
   *
   * @throws Problem of category ABSENT when the dashboard has none such
   */
  void revoke(UUID dashboard, UUID id) {
    boolean known = records.find(id).filter(one -> one.dashboardId().equals(dashboard)).isPresent();
    if (!known || !records.revoke(id, clock.instant())) {
      throw Problem.absent("embed_absent", "there is no such link to end");
    }
    kept.invalidate(id);
  }

  /** The part of the address that stands for it. */
  String token(EmbedRecord embed) {
    return key.sign(PURPOSE, embed.id() + " " + embed.expiresAt().getEpochSecond());
  }

  /** The link of a token that holds now. */
  Optional<EmbedRecord> holding(String token) {
    return key.read(PURPOSE, token)
        .map(content -> content.split(" ", -1)[0])
        .map(UUID::fromString)
        .flatMap(records::find)
        .filter(embed -> embed.holds(clock.instant()));
  }

  /**
   * The dashboard of a link with its figures.
   *
   * @throws Problem of category ABSENT when the link does not hold
   */
  EmbeddedForm show(String token) {
    EmbedRecord embed =
        holding(token)
            .orElseThrow(
                () ->
                    Problem.absent(
                        "embed_ended", "this link has expired, was revoked or is not whole"));
    return kept.get(embed.id(), id -> answered(embed));
  }

  private EmbeddedForm answered(EmbedRecord embed) {
    Board board = dashboards.byLink(embed.dashboardId());
    Period period = calendar.of(board.preset());
    return new EmbeddedForm(
        board.name(),
        Names.of(board.preset()),
        period.from(),
        period.to(),
        clock.instant(),
        board.tiles().stream()
            .map(tile -> EmbeddedForm.tile(tile, plan -> asked(plan, period)))
            .toList());
  }

  private Answered asked(Plan plan, Period period) {
    return asking.ask(plan, period, Comparison.PREVIOUS_PERIOD);
  }
}
