package io.vitrine.history;

import io.vitrine.history.MappedEvents.Offer;
import io.vitrine.history.Reconciliation.Sum;
import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.OrderLine;
import io.vitrine.model.Problem;
import io.vitrine.store.Outcome;
import io.vitrine.store.past.LedgerChange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What became of the lines of a file, and the report of it. */
final class MappedAccount {

  static final String MATCHED = "refunds_matched";
  static final String UNMATCHED = "refunds_unmatched";
  private static final String GROSS = "gross_revenue";
  private static final String REFUNDS = "refunds";

  private final PastFile file;
  private final Mapping mapping;
  private final Currency reporting;
  private final Rejects rejects;
  private final Reconciliation money = new Reconciliation();
  private final Map<String, Long> rejected = new TreeMap<>();
  private final Map<String, Long> leftOut = new TreeMap<>();
  private final Map<String, Long> events = new TreeMap<>();
  private final LongSet visitors = new LongSet();
  private final LongSet products = new LongSet();
  private final LongSet countries = new LongSet();
  private final LongSet orders = new LongSet();
  private BigDecimal gross = BigDecimal.ZERO;
  private BigDecimal refunds = BigDecimal.ZERO;
  private long ordersTwice;
  private long pieces;
  private long withoutRate;
  private long rows;
  private long lines;
  private long offered;
  private @Nullable LocalDate first;
  private @Nullable LocalDate last;
  private @Nullable String firstFault;

  MappedAccount(PastFile file, Mapping mapping, String reporting, Rejects rejects) {
    this.file = file;
    this.mapping = mapping;
    this.reporting = Currency.getInstance(reporting);
    this.rejects = rejects;
  }

  /** The term of a type of event. */
  static String term(String type) {
    return switch (type) {
      case "purchase" -> GROSS;
      case "refund" -> REFUNDS;
      default -> "no_money";
    };
  }

  void row() {
    rows++;
  }

  long rows() {
    return rows;
  }

  void read(MappedLine line, EventMaking making) {
    lines++;
    money.read(line);
    count(visitors, making.fieldText(Field.VISITOR_ID, line.row()));
    count(countries, making.fieldText(Field.COUNTRY, line.row()));
  }

  private static void count(LongSet set, @Nullable String text) {
    if (text != null) {
      set.add(text);
    }
  }

  void reject(MappedLine line, String reason, String detail) {
    rejected.merge(reason, 1L, Long::sum);
    money.settle("rejected." + reason, line);
    keep(line, reason);
    if (firstFault == null) {
      firstFault = "line " + line.row().line() + ": " + detail;
    }
  }

  void leaveOut(MappedLine line, String reason) {
    leftOut.merge(reason, 1L, Long::sum);
    money.settle("left_out." + reason, line);
    keep(line, reason);
  }

  private void keep(MappedLine line, String reason) {
    rejects.add(file.name(), line.row().line(), reason, line.row().whole());
  }

  /** Fails when the file had no rows, or none of them could be read. */
  void refuseNothing() {
    if (rows == 0) {
      throw MappedFile.empty(file.name());
    }
    long refused = rejected.values().stream().mapToLong(Long::longValue).sum();
    if (refused == lines) {
      throw Problem.caller(
          "nothing_readable",
          "none of the " + rows + " rows of " + file.name() + " could be read; " + firstFault);
    }
  }

  /** An event is new in the store, or was there before. */
  void settle(Offer offer, Outcome outcome) {
    offered++;
    if (outcome != Outcome.STORED) {
      offer.lines().forEach(line -> money.settle("repeated", line));
      return;
    }
    Event event = offer.event();
    events.merge(event.type().name(), 1L, Long::sum);
    span(event);
    event.items().forEach(item -> products.add(item.productId()));
    switch (offer.term()) {
      case GROSS -> purchase(offer);
      case MATCHED, UNMATCHED, REFUNDS -> refund(offer);
      default -> offer.lines().forEach(line -> money.settle(offer.term(), line));
    }
  }

  private void span(Event event) {
    ZoneId zone = mapping.layout().moments().zone();
    LocalDate day = LocalDate.ofInstant(event.timestamp(), zone);
    first = first == null || day.isBefore(first) ? day : first;
    last = last == null || day.isAfter(last) ? day : last;
  }

  private void purchase(Offer offer) {
    if (!orders.add(String.valueOf(offer.event().text(Field.ORDER_ID)))) {
      ordersTwice++;
    }
    pieces += offer.event().items().stream().mapToLong(OrderLine::quantity).sum();
    BigDecimal counted = counted(offer.event());
    gross = gross.add(counted);
    settle(offer, counted);
  }

  private void refund(Offer offer) {
    BigDecimal counted = counted(offer.event());
    refunds = refunds.add(counted);
    settle(offer, counted.negate());
  }

  /** What the ledger rounds to its smallest coin is a term of its own. */
  private void settle(Offer offer, BigDecimal counted) {
    String currency = offer.lines().getFirst().currency();
    BigDecimal written =
        offer.lines().stream().map(MappedLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean same = currency.equals(reporting.getCurrencyCode()) && !offer.event().items().isEmpty();
    BigDecimal kept = same ? counted : written;
    money.settle(offer.term(), currency, offer.lines().size(), kept);
    if (kept.compareTo(written) != 0) {
      money.settle("rounding", currency, 0, written.subtract(kept));
    }
  }

  /** The event's money as the ledger counts it: each line rounded half up. */
  private BigDecimal counted(Event event) {
    Double rate = event.number(Field.RATE);
    if (rate == null) {
      withoutRate += event.has(Field.CURRENCY) ? 1 : 0;
      return BigDecimal.ZERO;
    }
    BigDecimal factor = BigDecimal.valueOf(rate);
    return event.items().stream()
        .map(OrderLine::amount)
        .filter(java.util.Objects::nonNull)
        .map(amount -> amount.multiply(factor))
        .map(amount -> amount.setScale(digits(), RoundingMode.HALF_UP))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private int digits() {
    return Math.max(0, reporting.getDefaultFractionDigits());
  }

  /** The report; fails when file, account and ledger do not agree. */
  String report(LedgerChange change, Groups groups) {
    checkLedger(change);
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("file", file.name());
    report.put("mapping", mapping.source());
    report.put("rows", rows);
    report.put("lines", lines);
    if (!mapping.group().isEmpty()) {
      report.put("exact_duplicates", groups.repeated());
      report.put("groups", groups.count());
    }
    report.put("visitors", visitors.size());
    report.put("products", products.size());
    report.put("countries", countries.size());
    report.put("first_date", String.valueOf(first));
    report.put("last_date", String.valueOf(last));
    report.put("events", events(change));
    report.put("orders", change.orders());
    report.put("pieces", pieces);
    report.put("revenue", revenue(change));
    report.put("refunds", refundTerms());
    report.put("events_without_rate", withoutRate);
    if (withoutRate > 0) {
      report.put("note", noteOnRates());
    }
    report.put("left_out", leftOut);
    report.put("rejected", rejected);
    report.put("reconciliation", money.checked());
    return JsonMapper.shared().writeValueAsString(report);
  }

  private String noteOnRates() {
    return withoutRate
        + " purchases and refunds are in a currency without a rate in "
        + reporting.getCurrencyCode()
        + ": they are counted, and their money is in no sum. Rates are in vitrine.shop.rates.";
  }

  private Map<String, Object> events(LedgerChange change) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("made", offered);
    counts.put("added", change.events());
    counts.put("repeated", offered - change.events());
    counts.put("by_type", events);
    return counts;
  }

  private Map<String, Object> revenue(LedgerChange change) {
    Map<String, Object> revenue = new LinkedHashMap<>();
    revenue.put("currency", reporting.getCurrencyCode());
    revenue.put("gross", Reconciliation.plain(change.gross()));
    revenue.put("refunded", Reconciliation.plain(change.refunded()));
    revenue.put("net", Reconciliation.plain(change.gross().subtract(change.refunded())));
    revenue.put("refunds_without_order", Reconciliation.plain(change.excess()));
    return revenue;
  }

  private Map<String, Object> refundTerms() {
    Map<String, Object> terms = new LinkedHashMap<>();
    for (String term : new String[] {MATCHED, UNMATCHED, REFUNDS}) {
      for (String currency : money.currencies()) {
        Sum sum = money.term(term, currency);
        if (sum.lines() > 0) {
          terms.put(
              term + "_" + currency.toLowerCase(java.util.Locale.ROOT),
              Map.of("lines", sum.lines(), "amount", Reconciliation.plain(sum.amount())));
        }
      }
    }
    return terms;
  }

  private void checkLedger(LedgerChange change) {
    BigDecimal ledgerRefunds = change.refunded().add(change.excess());
    boolean alone = change.ordersKnown() == 0 && ordersTwice == 0 && mapping.item() != null;
    if (!alone) {
      return;
    }
    if (change.gross().compareTo(gross) != 0 || ledgerRefunds.compareTo(refunds) != 0) {
      throw Reconciliation.wrong(
          "the ledger has %s and refunds of %s, the file %s and %s"
              .formatted(change.gross(), ledgerRefunds, gross, refunds));
    }
  }
}
