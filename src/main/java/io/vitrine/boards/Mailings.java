package io.vitrine.boards;

import io.vitrine.accounts.Caller;
import io.vitrine.model.Problem;
import io.vitrine.model.Shop;
import io.vitrine.store.MailingRecord;
import io.vitrine.store.MailingRecord.Recipient;
import io.vitrine.store.MailingRecord.Rhythm;
import io.vitrine.store.MailingRecords;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who is sent which dashboard when. */
final class Mailings {

  private static final int MOST_RECIPIENTS = 50;

  private final MailingRecords records;
  private final Shop shop;
  private final Clock clock;

  Mailings(MailingRecords records, Shop shop, Clock clock) {
    this.records = records;
    this.shop = shop;
    this.clock = clock;
  }

  /**
   * When somebody wants what.
   *
   * @param rhythm how often
   * @param weekday of a weekly one, 1 is Monday
   * @param hour in the shop's zone
   * @param paused whether it rests
   * @param recipients address and language each
   */
  record Wish(Rhythm rhythm, int weekday, int hour, boolean paused, List<Recipient> recipients) {

    Wish {
      within("weekday", weekday, 1, 7);
      within("hour", hour, 0, 23);
      if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS) {
        throw Problem.caller(
            "mailing_recipients",
            "a mailing has 1 to " + MOST_RECIPIENTS + " recipients, not " + recipients.size());
      }
      recipients = List.copyOf(recipients);
      recipients.forEach(one -> check(one.address()));
    }

    private static void within(String member, int value, int least, int most) {
      if (value < least || value > most) {
        throw Problem.caller(
            "mailing_" + member, member + " is " + least + " to " + most + ", not " + value);
      }
    }

    private static void check(String address) {
      try {
        InternetAddress[] one = InternetAddress.parse(address, true);
        if (one.length != 1 || !address.equals(one[0].getAddress()) || address.length() > 254) {
          throw new AddressException();
        }
        one[0].validate();
      } catch (AddressException impossible) {
        throw Problem.caller("mail_address", "this is no e-mail address: " + address);
      }
    }
  }

  List<MailingRecord> of(UUID dashboard) {
    return records.of(dashboard);
  }

  /**
   * A mailing of a dashboard.
   *
   * @throws Problem of category ABSENT when it has none such
   */
  MailingRecord find(UUID dashboard, UUID id) {
    return records
        .find(id)
        .filter(one -> one.dashboardId().equals(dashboard))
        .orElseThrow(() -> Problem.absent("mailing_absent", "there is no mailing " + id));
  }

  MailingRecord add(UUID dashboard, Wish wish, Caller caller) {
    Instant next = next(wish.rhythm(), wish.weekday(), wish.hour());
    MailingRecord mailing =
        new MailingRecord(
            UUID.randomUUID(),
            dashboard,
            caller.name(),
            wish.rhythm(),
            wish.weekday(),
            wish.hour(),
            wish.paused(),
            next,
            next,
            null,
            0,
            null,
            once(wish.recipients()));
    records.add(mailing);
    return mailing;
  }

  /** Changes one; whoever has unsubscribed stays so. */
  MailingRecord change(UUID dashboard, UUID id, Wish wish) {
    MailingRecord old = find(dashboard, id);
    Instant next = next(wish.rhythm(), wish.weekday(), wish.hour());
    MailingRecord changed =
        new MailingRecord(
            old.id(),
            old.dashboardId(),
            old.createdBy(),
            wish.rhythm(),
            wish.weekday(),
            wish.hour(),
            wish.paused(),
            next,
            next,
            old.lastSentAt(),
            0,
            null,
            once(wish.recipients()).stream().map(one -> known(one, old)).toList());
    records.change(changed);
    return changed;
  }

  private static Recipient known(Recipient wanted, MailingRecord old) {
    return old.recipients().stream()
        .filter(before -> key(before.address()).equals(key(wanted.address())))
        .findFirst()
        .map(
            before ->
                new Recipient(
                    wanted.address(), wanted.language(), before.unsubscribed(), before.sentFor()))
        .orElse(wanted);
  }

  private static List<Recipient> once(List<Recipient> recipients) {
    Set<String> seen = new HashSet<>();
    List<Recipient> once = new ArrayList<>();
    for (Recipient one : recipients) {
      if (seen.add(key(one.address()))) {
        once.add(one);
      }
    }
    return once;
  }

  private static String key(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }

  void remove(UUID dashboard, UUID id) {
    records.remove(find(dashboard, id).id());
  }

  /** The next such hour after now; an hour that a clock change leaves out is the one after it. */
  Instant next(Rhythm rhythm, int weekday, int hour) {
    ZonedDateTime now = clock.instant().atZone(shop.zone());
    LocalDate day = now.toLocalDate();
    while (true) {
      ZonedDateTime then = day.atTime(hour, 0).atZone(shop.zone());
      boolean fits = rhythm == Rhythm.DAILY || day.getDayOfWeek() == DayOfWeek.of(weekday);
      if (fits && then.isAfter(now)) {
        return then.toInstant();
      }
      day = day.plusDays(1);
    }
  }

  Instant next(MailingRecord mailing) {
    return next(mailing.rhythm(), mailing.weekday(), mailing.hour());
  }

  /** A recipient by a mailing and an address. */
  Optional<Recipient> recipient(UUID id, String address) {
    return records.find(id).stream()
        .flatMap(mailing -> mailing.recipients().stream())
        .filter(one -> key(one.address()).equals(key(address)))
        .findFirst();
  }

  void unsubscribe(UUID id, String address) {
    records.unsubscribe(id, address);
  }
}
