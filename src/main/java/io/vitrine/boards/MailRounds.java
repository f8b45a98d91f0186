package io.vitrine.boards;

import io.vitrine.model.Comparison;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import io.vitrine.model.Shop;
import io.vitrine.store.MailingRecord;
import io.vitrine.store.MailingRecord.Recipient;
import io.vitrine.store.MailingRecords;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then which mailings are due, and sends them one after the other. A mailing that
 * fails is tried again after 1, 2, 4, ... minutes, at most an hour, and only with those recipients
 * that it did not reach; after eight failures it waits for its next time.
 */
final class MailRounds implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MailRounds.class);
  private static final String PURPOSE = "unsubscribe";
  private static final int MOST_FAILURES = 8;
  private static final int MOST_MINUTES = 60;
  private static final int LONGEST_ERROR = 300;

  private final MailSettings settings;
  private final Mailings mailings;
  private final MailingRecords records;
  private final Dashboards dashboards;
  private final Asking asking;
  private final Calendar calendar;
  private final LinkKey key;
  private final Shop shop;
  private final Clock clock;
  private final Postman postman;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("mail-rounds").factory());

  MailRounds(
      MailSettings settings,
      Mailings mailings,
      MailingRecords records,
      Dashboards dashboards,
      Asking asking,
      Calendar calendar,
      LinkKey key,
      Shop shop,
      Clock clock) {
    this.settings = settings;
    this.mailings = mailings;
    this.records = records;
    this.dashboards = dashboards;
    this.asking = asking;
    this.calendar = calendar;
    this.key = key;
    this.shop = shop;
    this.clock = clock;
    this.postman = new Postman(settings, clock);
  }

  /** Begins to look; without a mail server there is nothing to look for. */
  void start() {
    if (settings.isSetUp()) {
      long pause = settings.lookEvery().toMillis();
      ScheduledFuture<?> _ =
          rounds.scheduleWithFixedDelay(this::round, pause, pause, TimeUnit.MILLISECONDS);
    }
  }

  boolean isSetUp() {
    return settings.isSetUp();
  }

  private void round() {
    try {
      records.due(clock.instant()).forEach(this::sendDue);
    } catch (RuntimeException failure) {
      // The next round tries again; without this line there would be none.
      LOG.error("a round of e-mails failed", failure);
    }
  }

  private void sendDue(MailingRecord mailing) {
    List<Recipient> left =
        mailing.recipients().stream()
            .filter(one -> !one.unsubscribed() && !mailing.nextAt().equals(one.sentFor()))
            .toList();
    try {
      send(mailing, left, mailing.nextAt());
      records.changeState(mailing.sent(clock.instant(), mailings.next(mailing)));
    } catch (MessagingException | RuntimeException failure) {
      LOG.warn("mailing {} failed", mailing.id(), failure);
      records.changeState(failed(mailing, failure));
    }
  }

  private MailingRecord failed(MailingRecord mailing, Exception failure) {
    if (mailing.failures() + 1 >= MOST_FAILURES) {
      return mailing.givenUp(sentence(failure), mailings.next(mailing));
    }
    long minutes = Math.min(MOST_MINUTES, 1L << mailing.failures());
    Instant retry = clock.instant().plus(Duration.ofMinutes(minutes));
    return mailing.failed(sentence(failure), retry);
  }

  private static String sentence(Exception failure) {
    String first = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    String said = first.isBlank() ? failure.getClass().getSimpleName() : first.strip();
    return said.length() <= LONGEST_ERROR ? said : said.substring(0, LONGEST_ERROR);
  }

  /**
   * Sends a mailing at once to all who did not unsubscribe, beside its rhythm.
   *
   * @return how many it went to
   * @throws Problem of category CONFLICT without a mail server, OUTSIDE when that refuses
   */
  int sendNow(MailingRecord mailing) {
    if (!settings.isSetUp()) {
      throw new Problem(
          "mail_not_set_up",
          Problem.Category.CONFLICT,
          "this server has no mail server: an administrator sets vitrine.mail.host");
    }
    List<Recipient> all = mailing.recipients().stream().filter(one -> !one.unsubscribed()).toList();
    try {
      send(mailing, all, clock.instant());
      return all.size();
    } catch (MessagingException failure) {
      throw new Problem("mail_not_sent", Problem.Category.OUTSIDE, sentence(failure));
    }
  }

  private void send(MailingRecord mailing, List<Recipient> recipients, Instant due)
      throws MessagingException {
    Board board = dashboards.byLink(mailing.dashboardId());
    Period period = calendar.of(board.preset());
    Map<String, Letter> letters = new HashMap<>();
    for (Recipient one : recipients) {
      Letter letter =
          letters.computeIfAbsent(
              one.language(), language -> letter(language, board, period, mailing));
      String token = key.sign(PURPOSE, mailing.id() + " " + one.address());
      postman.send(
          letter.to(settings.links() + "/unsubscribe/" + token),
          one.address(),
          settings.links() + "/api/unsubscribe/" + token);
      records.sent(mailing.id(), one.address(), due);
    }
  }

  private Letter letter(String language, Board board, Period period, MailingRecord mailing) {
    FigureText figures = new FigureText(MailWords.of(language), shop.currency(), shop.zone());
    String link = settings.links() + "/shop/dashboards?dashboard=" + board.id();
    return Letter.of(
        board,
        period,
        figures,
        new Letter.Frame(shop.name(), mailing.createdBy(), link),
        plan -> asking.ask(plan, period, Comparison.PREVIOUS_PERIOD));
  }

  /**
   * Whom a link for unsubscribing is about.
   *
   * @throws Problem of category ABSENT when the link is not whole or the recipient is gone
   */
  Leaving leaving(String token) {
    String content = key.read(PURPOSE, token).orElseThrow(MailRounds::broken);
    UUID id = UUID.fromString(content.substring(0, content.indexOf(' ')));
    String address = content.substring(content.indexOf(' ') + 1);
    Recipient recipient = mailings.recipient(id, address).orElseThrow(MailRounds::broken);
    return new Leaving(id, recipient.address(), recipient.unsubscribed());
  }

  private static Problem broken() {
    return Problem.absent("unsubscribe_broken", "this link is not whole, or the mailing is gone");
  }

  /** A recipient who may leave a mailing. */
  record Leaving(UUID mailing, String address, boolean unsubscribed) {}

  @Override
  public void close() {
    rounds.shutdownNow();
  }
}
