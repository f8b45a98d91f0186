package io.vitrine.history;

import io.vitrine.intake.PastIntake;
import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.OrderLine;
import io.vitrine.store.Outcome;
import io.vitrine.store.past.LedgerChange;
import io.vitrine.store.past.PastEvents;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The events of a file, made as a mapping says, and an account of every line of it. */
final class MappedEvents implements PastEvents {

  private static final int BATCH = 2_000;
  private static final int WINDOW = 50_000;

  private final Mapping mapping;
  private final PastRows rows;
  private final PastIntake intake;
  private final Instant at;
  private final EventMaking making;
  private final MappedAccount account;
  private final Groups groups = new Groups(WINDOW);
  private final Returns returns = new Returns();
  private final Queue<Offer> made = new ArrayDeque<>();
  private List<Offer> offered = List.of();
  private boolean ended;

  MappedEvents(
      Mapping mapping, PastRows rows, PastIntake intake, Instant at, MappedAccount account) {
    this.mapping = mapping;
    this.rows = rows;
    this.intake = intake;
    this.at = at;
    this.account = account;
    this.making = new EventMaking(mapping, intake.reportingCurrency());
  }

  /**
   * An event and the lines that it was made of.
   *
   * @param event finished
   * @param lines of the file
   * @param term what became of them if it is new
   */
  record Offer(Event event, List<MappedLine> lines, String term) {}

  @Override
  public boolean hasNext() {
    while (made.size() < BATCH && !ended) {
      PastRow row = rows.next();
      if (row == null) {
        end();
      } else {
        take(row);
      }
    }
    return !made.isEmpty();
  }

  @Override
  public List<Event> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    offered = new ArrayList<>();
    while (offered.size() < BATCH && !made.isEmpty()) {
      offered.add(made.remove());
    }
    return offered.stream().map(Offer::event).toList();
  }

  @Override
  public void stored(List<Outcome> outcomes) {
    for (int i = 0; i < offered.size(); i++) {
      account.settle(offered.get(i), outcomes.get(i));
    }
  }

  @Override
  public String report(LedgerChange change) {
    return account.report(change, groups);
  }

  private void take(PastRow row) {
    List<MappedLine> lines = lines(row);
    lines.forEach(line -> account.read(line, making));
    String fault = row.fault();
    if (fault != null) {
      lines.forEach(line -> account.reject(line, fault, "the row has the fault " + fault));
      return;
    }
    if (mapping.group().isEmpty()) {
      make(lines);
      return;
    }
    join(row, lines);
    Groups.Group group = groups.ended(account.rows());
    if (group != null) {
      make(group.lines());
    }
  }

  private List<MappedLine> lines(PastRow row) {
    account.row();
    List<PastRow> parts = mapping.itemsAt() == null ? List.of() : row.parts(mapping.itemsAt());
    return parts.isEmpty()
        ? List.of(making.line(row, row))
        : parts.stream().map(part -> making.line(row, part)).toList();
  }

  private void join(PastRow row, List<MappedLine> lines) {
    String key = key(row);
    if (key == null) {
      lines.forEach(
          line -> account.reject(line, "group_missing", "a column of the group is empty"));
    } else if (!groups.add(key, account.rows(), lines)) {
      String detail = "more than " + WINDOW + " rows lie between rows of the group " + key;
      lines.forEach(line -> account.reject(line, "group_scattered", detail));
    }
  }

  private @Nullable String key(PastRow row) {
    StringBuilder key = new StringBuilder();
    for (String column : mapping.group()) {
      String text = row.text(column);
      if (text == null) {
        return null;
      }
      key.append(key.isEmpty() ? "" : "\n").append(text);
    }
    return key.toString();
  }

  private void end() {
    ended = true;
    for (Groups.Group group = groups.ended(Long.MAX_VALUE);
        group != null;
        group = groups.ended(Long.MAX_VALUE)) {
      make(group.lines());
    }
    returns.inOrder().forEach(this::giveBack);
    account.refuseNothing();
  }

  /** The events of lines that belong together: one for each type. */
  private void make(List<MappedLine> lines) {
    Map<Kind, List<MappedLine>> byKind = new LinkedHashMap<>();
    for (MappedLine line : lines) {
      Mapping.Rule rule = line.rule();
      if (rule == null) {
        account.leaveOut(line, "no_rule");
      } else if (rule.leaveOut() != null) {
        account.leaveOut(line, rule.leaveOut());
      } else {
        byKind.computeIfAbsent(kind(rule, line), unknown -> new ArrayList<>()).add(line);
      }
    }
    byKind.forEach(this::make);
  }

  /** What one event can be made of: lines of one type that find their order in one way. */
  private record Kind(String type, boolean ofEarlierPurchase) {}

  private Kind kind(Mapping.Rule rule, MappedLine line) {
    String type =
        rule.type() == null
            ? String.valueOf(making.fieldText(Field.TYPE, line.row()))
            : rule.type().name();
    return new Kind(type, rule.ofEarlierPurchase());
  }

  private void make(Kind kind, List<MappedLine> lines) {
    if (kind.ofEarlierPurchase()) {
      for (int i = 0; i < lines.size(); i++) {
        takeBack(lines.get(i), i + 1);
      }
      return;
    }
    if (mapping.item() == null) {
      lines.forEach(this::makeWhole);
      return;
    }
    makeOfItems(lines, kind.type().equals("refund"));
  }

  private void makeWhole(MappedLine line) {
    try {
      offer(making.draft(line, 0), List.of(line));
    } catch (Unreadable e) {
      account.reject(line, e.reason(), e.detail());
    }
  }

  private void makeOfItems(List<MappedLine> lines, boolean refund) {
    Event.Draft draft = null;
    List<OrderLine> items = new ArrayList<>();
    List<MappedLine> kept = new ArrayList<>();
    for (MappedLine line : lines) {
      try {
        draft = draft == null ? making.draft(line, 0) : draft;
        items.add(making.item(line, refund));
        kept.add(line);
      } catch (Unreadable e) {
        account.reject(line, e.reason(), e.detail());
      }
    }
    if (draft != null && !items.isEmpty()) {
      offer(draft.items(items), kept);
    }
  }

  private void offer(Event.Draft draft, List<MappedLine> lines) {
    Event event = passed(draft, lines);
    if (event == null) {
      return;
    }
    String type = event.type().name();
    if (type.equals("purchase") && mapping.matchesRefunds()) {
      returns.bought(event);
    }
    made.add(new Offer(event, lines, MappedAccount.term(type)));
  }

  private @Nullable Event passed(Event.Draft draft, List<MappedLine> lines) {
    PastIntake.Refused refused = intake.pass(draft, at);
    if (refused != null) {
      lines.forEach(line -> account.reject(line, refused.reason(), refused.detail()));
      return null;
    }
    return draft.finish();
  }

  private void takeBack(MappedLine line, int number) {
    try {
      Event.Draft draft = making.draft(line, number);
      Instant when = Objects.requireNonNull(draft.instant(Field.TIMESTAMP));
      OrderLine item = making.item(line, true);
      returns.returned(
          new Returns.Returned(line, number, draft.text(Field.VISITOR_ID), when, item));
    } catch (Unreadable e) {
      account.reject(line, e.reason(), e.detail());
    }
  }

  private void giveBack(Returns.Returned returned) {
    MappedLine line = returned.line();
    Event.Draft draft = making.draft(line, returned.number()).items(List.of(returned.item()));
    String order = returns.match(returned).orElse(null);
    if (order != null) {
      draft.set(Field.ORDER_ID, order);
    }
    Event event = passed(draft, List.of(line));
    if (event != null) {
      String term = order == null ? MappedAccount.UNMATCHED : MappedAccount.MATCHED;
      made.add(new Offer(event, List.of(line), term));
    }
  }
}
