package io.vitrine.store.duckdb;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.model.OrderLine;
import io.vitrine.model.Period;
import io.vitrine.model.Segments;
import io.vitrine.model.ShopTable;
import io.vitrine.store.Shop;
import io.vitrine.store.ledger.Ledger;
import io.vitrine.store.ledger.Order;
import io.vitrine.store.ledger.OrderEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables of the history counted in plain Java, straight from their definitions. */
final class PlainTables {

  private static final Duration GAP = Duration.ofMinutes(30);
  private static final Comparator<Event> BY_TIME =
      Comparator.comparing(Event::timestamp)
          .thenComparingLong(event -> Hash.of(event.id()))
          .thenComparing(Event::id);

  /** A session; {@code number} stands for its id. */
  private record Session(String visitor, List<Event> events, boolean bot) {
    Event first() {
      return events.getFirst();
    }

    Instant end() {
      return events.getLast().timestamp();
    }
  }

  /** An event, or a line of a purchase. */
  private record Happened(Event event, Session session, int line, @Nullable String product) {
    String visitor() {
      return session.visitor();
    }

    String name() {
      return switch (event.type().name()) {
        case "product_view" -> "view";
        case "add_to_cart" -> "addtocart";
        case "purchase" -> "transaction";
        case String other -> other;
      };
    }
  }

  /** An order line that counts. */
  private record Sale(Order order, Order.Line line, LocalDate day) {
    BigDecimal net() {
      return (line.gross() == null ? BigDecimal.ZERO : line.gross()).subtract(line.refunded());
    }

    @Nullable String visitorKey() {
      return order.visitorKey() == null ? null : order.visitorKey().toString();
    }
  }

  private final List<Event> events;
  private final Period period;
  private final Segments segments;
  private final List<Session> sessions = new ArrayList<>();
  private final List<Happened> happened = new ArrayList<>();
  private final List<Event> seen = new ArrayList<>();
  private final List<OrderEntry> entries = new ArrayList<>();
  private final List<Order> orders;
  private final List<Sale> sales = new ArrayList<>();
  private final Map<String, Long> activity = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<Event, Session> sessionOf = new HashMap<>();

  PlainTables(List<Event> events, Period period, Segments segments) {
    this.events = events;
    this.period = period;
    this.segments = segments;
    sessions();
    events.stream().filter(e -> e.type().isOrder() && e.has(Field.ORDER_ID)).forEach(this::enter);
    this.orders = new Ledger(Currency.getInstance("EUR")).orders(entries);
    orders.forEach(this::sell);
  }

  private void sessions() {
    Map<String, List<Event>> own = new TreeMap<>();
    for (Event event : events) {
      if (!event.type().isLog() && event.has(Field.VISITOR_ID)) {
        String visitor = Objects.requireNonNull(event.text(Field.VISITOR_ID));
        names.put(Long.toString(Hash.of(visitor)), visitor);
        String key = visitor + "\n" + event.text(Field.SESSION_ID);
        own.computeIfAbsent(key, k -> new ArrayList<>()).add(event);
      }
    }
    own.values().forEach(this::split);
    for (Session session : sessions) {
      if (!session.bot()) {
        activity.merge(session.visitor(), (long) session.events().size(), Long::sum);
        session.events().forEach(event -> remember(event, session));
      }
    }
    happened.sort(Comparator.comparing(Happened::event, BY_TIME).thenComparingInt(Happened::line));
  }

  private void remember(Event event, Session session) {
    seen.add(event);
    sessionOf.put(event, session);
    boolean lines = event.type().name().equals("purchase") && !event.items().isEmpty();
    if (!lines) {
      happened.add(new Happened(event, session, 0, event.text(Field.PRODUCT_ID)));
      return;
    }
    int line = 1;
    for (OrderLine item : event.items()) {
      happened.add(new Happened(event, session, line++, item.productId()));
    }
  }

  private void split(List<Event> own) {
    own.sort(BY_TIME);
    List<Event> current = new ArrayList<>();
    for (Event event : own) {
      if (!current.isEmpty() && isOver(current.getLast(), event)) {
        add(current);
        current = new ArrayList<>();
      }
      current.add(event);
    }
    add(current);
  }

  private void add(List<Event> current) {
    Event first = current.getFirst();
    String visitor = Objects.requireNonNull(first.text(Field.VISITOR_ID));
    sessions.add(new Session(visitor, current, first.flag(Field.BOT)));
  }

  private static boolean isOver(Event last, Event next) {
    if (last.has(Field.SESSION_ID)) {
      return day(next).isAfter(day(last).plusDays(1));
    }
    return next.timestamp().isAfter(last.timestamp().plus(GAP));
  }

  private void enter(Event event) {
    String visitor = event.text(Field.VISITOR_ID);
    Long key = visitor == null ? null : Hash.of(visitor);
    entries.addAll(LedgerTables.entries(event, 1, key));
  }

  private void sell(Order order) {
    if (order.placedAt() != null && order.cancelledAt() == null && !order.bot()) {
      LocalDate day = LocalDate.ofInstant(order.placedAt(), Shop.PARIS);
      order.lines().forEach(line -> sales.add(new Sale(order, line, day)));
    }
  }

  private static LocalDate day(Event event) {
    return LocalDate.ofInstant(event.timestamp(), Shop.PARIS);
  }

  private static LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, Shop.PARIS);
  }

  private static String weekday(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private boolean in(LocalDate day) {
    return !day.isBefore(period.from()) && !day.isAfter(period.to());
  }

  private String segment(long count) {
    if (count <= segments.newcomer()) {
      return "New";
    }
    if (count <= segments.occasional()) {
      return "Occasional";
    }
    return count <= segments.regular() ? "Regular" : "Premium";
  }

  private String segmentOf(String visitor) {
    return segment(Objects.requireNonNull(activity.get(visitor)));
  }

  private static long count(Collection<Event> among, String type) {
    return among.stream().filter(event -> event.type().name().equals(type)).count();
  }

  private @Nullable Long views(@Nullable String product) {
    return product == null
        ? null
        : count(
            seen.stream().filter(e -> product.equals(e.text(Field.PRODUCT_ID))).toList(),
            "product_view");
  }

  private @Nullable Long bought(@Nullable String product) {
    return product == null
        ? null
        : sales.stream().filter(s -> product.equals(s.line().productId())).count();
  }

  private static @Nullable Double rate(Number above, Number below) {
    return below.doubleValue() == 0 ? null : above.doubleValue() / below.doubleValue();
  }

  private static BigDecimal money(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }

  private static @Nullable BigDecimal per(Number amount, Number below) {
    Double mean = rate(amount, below);
    return mean == null ? null : money(new BigDecimal(mean));
  }

  private static BigDecimal sum(Collection<Sale> some) {
    return money(some.stream().map(Sale::net).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  /** Rows in the table's order; ids of sessions are left out. */
  List<List<@Nullable Object>> rows(ShopTable table) {
    return switch (table) {
      case EVENTS_ENRICHED -> chosen().map(this::enriched).toList();
      case DATA_CLEAN -> clean();
      case SESSIONS_ENRICHED -> ofSessions();
      case TRANSACTIONS_ENRICHED -> transactions();
      case DAILY_FUNNEL -> days(this::funnel);
      case HOURLY_ANALYSIS -> hours();
      case SEGMENT_PERFORMANCE -> segments();
      case USER_JOURNEY -> journeys();
      case PRODUCT_PERFORMANCE -> performance();
      case DAILY_METRICS -> days(this::metrics);
      case PRODUCTS_SUMMARY -> products();
    };
  }

  private Stream<Happened> chosen() {
    return happened.stream().filter(one -> in(day(one.event())));
  }

  private List<@Nullable Object> enriched(Happened one) {
    LocalDate day = day(one.event());
    LocalDateTime at = local(one.event().timestamp());
    return row(
        one.event().timestamp().toEpochMilli(),
        one.visitor(),
        one.name(),
        one.product(),
        one.event().text(Field.ORDER_ID),
        segmentOf(one.visitor()),
        views(one.product()),
        bought(one.product()),
        at,
        day,
        (long) at.getHour(),
        weekday(day));
  }

  private List<List<@Nullable Object>> clean() {
    Map<String, BigDecimal> amounts = amounts();
    return chosen()
        .map(
            one -> {
              LocalDateTime at = local(one.event().timestamp());
              return row(
                  one.visitor(),
                  at,
                  at.toLocalDate(),
                  (long) at.getHour(),
                  weekday(at.toLocalDate()),
                  one.name(),
                  one.product(),
                  one.event().text(Field.ORDER_ID),
                  amounts.get(one.event().id() + " " + one.line()),
                  segmentOf(one.visitor()),
                  views(one.product()),
                  bought(one.product()));
            })
        .toList();
  }

  /** Each line's amount by the event and line that carry it. */
  private Map<String, BigDecimal> amounts() {
    Map<String, BigDecimal> amounts = new HashMap<>();
    for (Order order : orders) {
      if (order.cancelledAt() != null || order.bot()) {
        continue;
      }
      Map<String, List<OrderEntry>> naming =
          entries.stream()
              .filter(e -> e.orderId().equals(order.orderId()))
              .filter(e -> e.kind().name().equals("purchase"))
              .sorted(
                  Comparator.comparing((OrderEntry e) -> e.visitorKey() == null || e.bot())
                      .thenComparing(e -> !e.eventId().equals(order.eventId()))
                      .thenComparing(OrderEntry::at)
                      .thenComparing(OrderEntry::eventId)
                      .thenComparingInt(OrderEntry::line))
              .collect(Collectors.groupingBy(e -> String.valueOf(e.productId())));
      Map<String, Integer> used = new HashMap<>();
      for (Order.Line line : order.lines()) {
        String product = String.valueOf(line.productId());
        int place = used.merge(product, 1, Integer::sum) - 1;
        List<OrderEntry> among = naming.getOrDefault(product, List.of());
        if (place < among.size() && line.gross() != null) {
          OrderEntry entry = among.get(place);
          amounts.put(entry.eventId() + " " + entry.line(), money(line.gross()));
        }
      }
    }
    return amounts;
  }

  private List<List<@Nullable Object>> ofSessions() {
    return sessions.stream()
        .filter(session -> !session.bot() && in(day(session.first())))
        .map(
            session ->
                row(
                    session.visitor(),
                    day(session.first()),
                    local(session.first().timestamp()),
                    local(session.end()),
                    (long) session.events().size(),
                    distinct(session.events(), e -> e.text(Field.PRODUCT_ID)),
                    Duration.between(session.first().timestamp(), session.end()).toMillis()
                        / 1000.0,
                    segmentOf(session.visitor()),
                    activity.get(session.visitor())))
        .toList();
  }

  private static long distinct(Collection<Event> among, Function<Event, @Nullable String> field) {
    return among.stream().map(field).filter(Objects::nonNull).distinct().count();
  }

  private List<List<@Nullable Object>> transactions() {
    return sales.stream().filter(sale -> in(sale.day())).map(this::transaction).toList();
  }

  private List<@Nullable Object> transaction(Sale sale) {
    Order order = sale.order();
    LocalDateTime at = local(Objects.requireNonNull(order.placedAt()));
    String visitor = sale.visitorKey() == null ? null : names.get(sale.visitorKey());
    Long total = visitor == null ? null : activity.get(visitor);
    String product = sale.line().productId();
    BigDecimal gross = sale.line().gross();
    return row(
        order.orderId(),
        at.toLocalDate(),
        (long) at.getHour(),
        at,
        visitor,
        product,
        order.orderId(),
        "transaction",
        gross == null ? null : money(gross),
        total == null ? null : segment(total),
        total,
        views(product),
        bought(product));
  }

  private List<List<@Nullable Object>> days(Function<LocalDate, List<@Nullable Object>> figures) {
    TreeSet<LocalDate> busy = new TreeSet<>();
    seen.forEach(event -> busy.add(day(event)));
    sales.forEach(sale -> busy.add(sale.day()));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    if (!busy.isEmpty()) {
      busy.first()
          .datesUntil(busy.last().plusDays(1))
          .filter(this::in)
          .map(figures)
          .forEach(rows::add);
    }
    return rows;
  }

  private List<Event> on(LocalDate day) {
    return seen.stream().filter(event -> day(event).equals(day)).toList();
  }

  private List<Sale> soldOn(LocalDate day) {
    return sales.stream().filter(sale -> sale.day().equals(day)).toList();
  }

  private List<Session> startedOn(LocalDate day) {
    return sessions.stream().filter(s -> !s.bot() && day(s.first()).equals(day)).toList();
  }

  private static long users(Collection<Event> among) {
    return distinct(among, e -> e.text(Field.VISITOR_ID));
  }

  private static long with(List<Session> some, String type) {
    return some.stream().filter(session -> count(session.events(), type) > 0).count();
  }

  private List<@Nullable Object> funnel(LocalDate day) {
    List<Event> on = on(day);
    List<Session> started = startedOn(day);
    long views = count(on, "product_view");
    long carts = count(on, "add_to_cart");
    long lines = soldOn(day).size();
    long bought = with(started, "purchase");
    return row(
        day,
        users(on),
        (long) started.size(),
        with(started, "product_view"),
        with(started, "add_to_cart"),
        with(started, "checkout"),
        bought,
        views,
        carts,
        lines,
        rate(carts, views),
        rate(lines, views),
        rate(lines, carts),
        rate(bought, started.size()));
  }

  private List<@Nullable Object> metrics(LocalDate day) {
    List<Event> on = on(day);
    List<Sale> sold = soldOn(day);
    long users = users(on);
    long started = startedOn(day).size();
    long views = count(on, "product_view");
    long carts = count(on, "add_to_cart");
    long lines = sold.size();
    BigDecimal revenue = sum(sold);
    List<BigDecimal> amounts = orderAmounts(sold);
    List<@Nullable Object> row =
        new ArrayList<>(
            row(
                day,
                weekday(day),
                (long) day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                (long) day.getMonthValue(),
                day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0,
                users,
                started,
                distinct(on, e -> e.text(Field.PRODUCT_ID)),
                (long) on.size(),
                views,
                carts,
                lines,
                rate(carts, views),
                rate(lines, views),
                rate(lines, carts),
                revenue,
                per(revenue, sold.stream().map(s -> s.order().orderId()).distinct().count()),
                amounts.stream().min(Comparator.naturalOrder()).orElse(null),
                amounts.stream().max(Comparator.naturalOrder()).orElse(null),
                rate(on.size(), users),
                rate(started, users),
                per(revenue, users)));
    row.addAll(week(day));
    for (String segment : List.of("New", "Occasional", "Regular", "Premium")) {
      row.add(
          users(
              on.stream()
                  .filter(
                      e ->
                          segmentOf(Objects.requireNonNull(e.text(Field.VISITOR_ID)))
                              .equals(segment))
                  .toList()));
    }
    return row;
  }

  private static List<BigDecimal> orderAmounts(List<Sale> sold) {
    Map<String, BigDecimal> amounts = new HashMap<>();
    for (Sale sale : sold) {
      if (sale.line().gross() != null) {
        amounts.merge(sale.order().orderId(), money(sale.net()), BigDecimal::add);
      }
    }
    return List.copyOf(amounts.values());
  }

  private List<@Nullable Object> week(LocalDate day) {
    LocalDate first =
        Stream.concat(seen.stream().map(PlainTables::day), sales.stream().map(Sale::day))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    List<LocalDate> days =
        day.minusDays(6).datesUntil(day.plusDays(1)).filter(d -> !d.isBefore(first)).toList();
    BigDecimal revenue = sum(days.stream().flatMap(d -> soldOn(d).stream()).toList());
    long users = days.stream().mapToLong(d -> users(on(d))).sum();
    long views = days.stream().mapToLong(d -> count(on(d), "product_view")).sum();
    long lines = days.stream().mapToLong(d -> soldOn(d).size()).sum();
    return row(per(revenue, days.size()), rate(users, days.size()), rate(lines, views));
  }

  private List<List<@Nullable Object>> hours() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      int wanted = hour;
      Predicate<Instant> then = at -> local(at).getHour() == wanted && in(local(at).toLocalDate());
      List<Event> on = seen.stream().filter(e -> then.test(e.timestamp())).toList();
      List<Sale> sold =
          sales.stream()
              .filter(s -> then.test(Objects.requireNonNull(s.order().placedAt())))
              .toList();
      long started =
          sessions.stream().filter(s -> !s.bot() && then.test(s.first().timestamp())).count();
      long views = count(on, "product_view");
      long carts = count(on, "add_to_cart");
      rows.add(
          row(
              (long) hour,
              users(on),
              started,
              (long) on.size(),
              views,
              carts,
              (long) sold.size(),
              sum(sold),
              rate(carts, views),
              rate(sold.size(), views),
              rate(sold.size(), carts)));
    }
    return rows;
  }

  private List<List<@Nullable Object>> segments() {
    List<Event> all = seen.stream().filter(e -> in(day(e))).toList();
    List<Sale> known =
        sales.stream()
            .filter(s -> in(s.day()) && s.visitorKey() != null)
            .filter(s -> activity.containsKey(names.get(s.visitorKey())))
            .toList();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String segment : List.of("New", "Occasional", "Regular", "Premium")) {
      Predicate<String> member = visitor -> segmentOf(visitor).equals(segment);
      List<Event> own =
          all.stream()
              .filter(e -> member.test(Objects.requireNonNull(e.text(Field.VISITOR_ID))))
              .toList();
      List<Sale> sold =
          known.stream()
              .filter(s -> member.test(Objects.requireNonNull(names.get(s.visitorKey()))))
              .toList();
      long started =
          sessions.stream()
              .filter(s -> !s.bot() && in(day(s.first())) && member.test(s.visitor()))
              .count();
      long users = users(own);
      long views = count(own, "product_view");
      long carts = count(own, "add_to_cart");
      long orders = sold.stream().map(s -> s.order().orderId()).distinct().count();
      BigDecimal revenue = sum(sold);
      rows.add(
          row(
              segment,
              users,
              rate(users, users(all)),
              started,
              (long) own.size(),
              rate(own.size(), all.size()),
              views,
              carts,
              (long) sold.size(),
              orders,
              revenue,
              rate(revenue, sum(known)),
              rate(carts, views),
              rate(sold.size(), views),
              rate(sold.size(), carts),
              per(revenue, orders),
              rate(own.size(), users),
              per(revenue, users)));
    }
    return rows;
  }

  private List<List<@Nullable Object>> journeys() {
    Map<String, List<Happened>> byVisitor = new LinkedHashMap<>();
    happened.forEach(
        one -> byVisitor.computeIfAbsent(one.visitor(), v -> new ArrayList<>()).add(one));
    return byVisitor.entrySet().stream()
        .filter(own -> own.getValue().stream().anyMatch(one -> in(day(one.event()))))
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, List<Happened>> own) ->
                        own.getValue().getFirst().event().timestamp())
                .thenComparingLong(own -> Hash.of(own.getKey())))
        .map(own -> journey(own.getKey(), own.getValue()))
        .toList();
  }

  private List<@Nullable Object> journey(String visitor, List<Happened> own) {
    Instant first = own.getFirst().event().timestamp();
    Instant last = own.getLast().event().timestamp();
    return row(
        visitor,
        own.stream().limit(10).map(Happened::name).collect(Collectors.joining(" -> ")),
        local(first),
        local(last),
        activity.get(visitor),
        segmentOf(visitor),
        Duration.between(first, last).toMillis() / 3_600_000.0);
  }

  /** A product within the period. */
  private record Product(String id, List<Event> events, List<Sale> sales) {
    long views() {
      return count(events, "product_view");
    }

    long carts() {
      return count(events, "add_to_cart");
    }

    BigDecimal revenue() {
      return sum(sales);
    }

    double conversion() {
      return (double) sales.size() / views();
    }
  }

  private List<Product> goods() {
    Set<String> ids = new HashSet<>();
    List<Event> on = seen.stream().filter(e -> in(day(e)) && e.has(Field.PRODUCT_ID)).toList();
    on.forEach(e -> ids.add(Objects.requireNonNull(e.text(Field.PRODUCT_ID))));
    List<Sale> sold =
        sales.stream().filter(s -> in(s.day()) && s.line().productId() != null).toList();
    sold.forEach(s -> ids.add(Objects.requireNonNull(s.line().productId())));
    return ids.stream()
        .map(
            id ->
                new Product(
                    id,
                    on.stream().filter(e -> id.equals(e.text(Field.PRODUCT_ID))).toList(),
                    sold.stream().filter(s -> id.equals(s.line().productId())).toList()))
        .sorted(Comparator.comparing(Product::revenue).reversed().thenComparing(Product::id))
        .toList();
  }

  /** The latest name or category that an event, or an entry of a placed order, gives a product. */
  private @Nullable String latest(
      String id, Field field, Function<OrderEntry, @Nullable String> ofEntry) {
    Map<Instant, String> told = new TreeMap<>();
    for (Event event : events) {
      boolean visits = !event.type().isLog() && event.has(Field.VISITOR_ID);
      String name = event.text(field);
      if (visits && id.equals(event.text(Field.PRODUCT_ID)) && name != null) {
        told.merge(event.timestamp(), name, PlainTables::later);
      }
    }
    Set<String> placed =
        orders.stream()
            .filter(order -> order.placedAt() != null)
            .map(Order::orderId)
            .collect(Collectors.toSet());
    for (OrderEntry entry : entries) {
      String name = ofEntry.apply(entry);
      if (placed.contains(entry.orderId()) && id.equals(entry.productId()) && name != null) {
        told.merge(entry.at(), name, PlainTables::later);
      }
    }
    return told.isEmpty() ? null : List.copyOf(told.values()).getLast();
  }

  private static String later(String a, String b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private List<List<@Nullable Object>> performance() {
    List<Product> goods = goods();
    List<Product> sold = goods.stream().filter(p -> !p.sales().isEmpty()).toList();
    BigDecimal revenue = quantile(sold.stream().map(Product::revenue).sorted().toList(), 0.75);
    Double conversion =
        quantile(
            sold.stream().filter(p -> p.views() > 0).map(Product::conversion).sorted().toList(),
            0.75);
    Long views = quantile(sold.stream().map(Product::views).sorted().toList(), 0.5);
    return goods.stream()
        .map(
            p ->
                row(
                    p.id(),
                    latest(p.id(), Field.PRODUCT_NAME, OrderEntry::productName),
                    latest(p.id(), Field.CATEGORY_ID, OrderEntry::categoryId),
                    p.views(),
                    p.carts(),
                    (long) p.sales().size(),
                    p.revenue(),
                    rate(p.carts(), p.views()),
                    rate(p.sales().size(), p.views()),
                    rate(p.sales().size(), p.carts()),
                    label(p, revenue, conversion, views)))
        .toList();
  }

  private static <T> @Nullable T quantile(List<T> sorted, double part) {
    return sorted.isEmpty() ? null : sorted.get((int) Math.ceil(part * sorted.size()) - 1);
  }

  private static String label(
      Product p, @Nullable BigDecimal revenue, @Nullable Double conversion, @Nullable Long views) {
    if (p.sales().isEmpty()) {
      return "No Sales";
    }
    boolean rich =
        revenue != null && p.revenue().signum() > 0 && p.revenue().compareTo(revenue) >= 0;
    boolean converts = conversion != null && p.views() > 0 && p.conversion() >= conversion;
    if (rich) {
      return converts ? "Top Performer" : "High Revenue";
    }
    if (converts) {
      return "High Conversion";
    }
    return views != null && p.views() >= views ? "Popular" : "Low Performer";
  }

  private List<List<@Nullable Object>> products() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Product p : goods()) {
      rows.add(summary(rows.size() + 1L, p));
    }
    return rows;
  }

  private List<@Nullable Object> summary(long rank, Product p) {
    long users = users(p.events());
    long visits = p.events().stream().map(sessionOf::get).distinct().count();
    List<Sale> priced = p.sales().stream().filter(s -> s.line().gross() != null).toList();
    ToLongFunction<Sale> pieces = sale -> sale.line().quantity();
    BigDecimal gross =
        priced.stream()
            .map(s -> Objects.requireNonNull(s.line().gross()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Double> prices =
        priced.stream()
            .map(s -> Objects.requireNonNull(s.line().gross()).doubleValue() / s.line().quantity())
            .sorted()
            .toList();
    return row(
        rank,
        p.id(),
        latest(p.id(), Field.CATEGORY_ID, OrderEntry::categoryId),
        users,
        visits,
        (long) p.events().size(),
        p.views(),
        p.carts(),
        (long) p.sales().size(),
        rate(p.carts(), p.views()),
        rate(p.sales().size(), p.views()),
        rate(p.sales().size(), p.carts()),
        p.revenue(),
        per(gross, priced.stream().mapToLong(pieces).sum()),
        prices.isEmpty() ? null : money(new BigDecimal(prices.getFirst())),
        prices.isEmpty() ? null : money(new BigDecimal(prices.getLast())),
        p.sales().stream().map(s -> s.order().orderId()).distinct().count(),
        rate(p.events().size(), users),
        rate(visits, users),
        per(p.revenue(), users),
        per(p.revenue(), p.views()));
  }
}
