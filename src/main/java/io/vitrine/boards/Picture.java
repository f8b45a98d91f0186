package io.vitrine.boards;

import io.vitrine.model.Answer;
import io.vitrine.model.Dimension;
import io.vitrine.model.Metric;
import io.vitrine.model.Unit;
import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Draws the figures of a chart as a PNG, for readers whose programs run no scripts. The same
 * figures as on the page, simply drawn; a table and a chart of logs have no picture, because a
 * table follows anyway.
 */
record Picture(Plan plan, Answered answered, FigureText figures) {

  private static final double LEFT = 64;
  private static final double RIGHT = Canvas.WIDTH - 12.0;
  private static final double TOP = 26;
  private static final double BOTTOM = Canvas.HEIGHT - 24.0;
  private static final int TICKS = 4;
  private static final int MOST_PARTS = 5;

  /** A line or a row of bars. */
  private record Line(String label, Color color, List<@Nullable Double> values) {}

  /** The picture; empty for tables, for charts of logs and where there is nothing to draw. */
  Optional<byte[]> png() {
    if (plan.logs() != null || plan.drawing() == Drawing.TABLE || main().rows().isEmpty()) {
      return Optional.empty();
    }
    Canvas canvas = new Canvas();
    switch (plan.drawing()) {
      case LINE, AREA, BAR -> series(canvas);
      case HEATMAP -> heat(canvas);
      case SCATTER -> dots(canvas);
      case PIE -> pie(canvas);
      case FUNNEL -> steps(canvas);
      case TABLE -> throw new IllegalStateException("a table has no picture");
    }
    return Optional.of(canvas.png());
  }

  private Answer main() {
    return answered.main();
  }

  private Metric metric() {
    return plan.metrics().getFirst();
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : 0;
  }

  private @Nullable Unit unit() {
    return main().columns().get(main().column(metric().wireName())).unit();
  }

  // Lines, areas and bars.

  private void series(Canvas canvas) {
    boolean split = plan.splitOverTime() || plan.by().size() == 2;
    List<Object> categories = split ? distinct(0, split()) : distinct(0, Integer.MAX_VALUE);
    boolean flat = plan.drawing() == Drawing.BAR && !plan.by().isEmpty();
    List<Object> shown = flat ? limited(categories, Math.min(plan.limit(), 12)) : categories;
    List<Line> lines = split ? splitLines(shown) : metricLines(shown);
    legend(canvas, lines);
    if (flat) {
      lying(canvas, shown, lines);
    } else {
      upright(canvas, shown, lines);
    }
  }

  private int split() {
    return plan.splitOverTime() ? Integer.MAX_VALUE : plan.limit();
  }

  private List<Object> distinct(int dimension, int limit) {
    List<Object> found =
        main().rows().stream().map(row -> key(row.get(place(dimension)))).distinct().toList();
    return limited(found, limit);
  }

  private static <T> List<T> limited(List<T> all, int limit) {
    return all.subList(0, Math.min(limit, all.size()));
  }

  private static Object key(@Nullable Object value) {
    return value == null ? "" : value;
  }

  /** Where the first or the second thing that it is split by stands in a row. */
  private int place(int dimension) {
    if (plan.splitOverTime()) {
      return dimension == 0 ? 0 : main().column(plan.by().getFirst().wireName());
    }
    return plan.by().isEmpty() ? 0 : main().column(plan.by().get(dimension).wireName());
  }

  private String label(int dimension, Object value) {
    String name = main().columns().get(place(dimension)).name();
    return name.equals(Dimension.PRODUCT.wireName())
        ? product(value)
        : figures.value(name, "".equals(value) ? null : value);
  }

  /** Products are called by their names where the answer has them. */
  private String product(Object id) {
    int column = main().column(Dimension.PRODUCT.wireName());
    return main().rows().stream()
        .filter(row -> key(row.get(column)).equals(id))
        .map(row -> row.get(column + 1))
        .filter(Objects::nonNull)
        .findFirst()
        .map(Object::toString)
        .orElseGet(() -> figures.value("", "".equals(id) ? null : id));
  }

  private List<Line> metricLines(List<Object> categories) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < plan.metrics().size(); i++) {
      Metric one = plan.metrics().get(i);
      int column = main().column(one.wireName());
      List<@Nullable Double> values = new ArrayList<>();
      for (int row = 0; row < categories.size(); row++) {
        Object value = main().rows().get(row).get(column);
        values.add(value == null ? null : number(value));
      }
      Color color = plan.metrics().size() == 1 ? Canvas.FILL : Canvas.SERIES.get(i);
      lines.add(new Line(figures.words().metric(one), color, values));
    }
    return lines;
  }

  private List<Line> splitLines(List<Object> categories) {
    int column = main().column(metric().wireName());
    Map<Object, Double> sums = new LinkedHashMap<>();
    Map<List<Object>, Double> cells = new LinkedHashMap<>();
    for (List<@Nullable Object> row : main().rows()) {
      Object name = key(row.get(place(1)));
      sums.merge(name, number(row.get(column)), Double::sum);
      cells.put(List.of(key(row.get(place(0))), name), number(row.get(column)));
    }
    List<Object> strongest =
        sums.entrySet().stream()
            .sorted(Map.Entry.<Object, Double>comparingByValue().reversed())
            .limit(Asking.MOST_LINES)
            .map(Map.Entry::getKey)
            .toList();
    List<Line> lines = new ArrayList<>();
    for (Object name : strongest) {
      List<@Nullable Double> values = new ArrayList<>();
      categories.forEach(category -> values.add(cells.get(List.of(category, name))));
      lines.add(new Line(label(1, name), Canvas.SERIES.get(lines.size()), values));
    }
    return lines;
  }

  private static void legend(Canvas canvas, List<Line> lines) {
    if (lines.size() < 2) {
      return;
    }
    double x = LEFT;
    for (Line line : lines) {
      String label = canvas.fitted(line.label(), 84);
      canvas.bar(x, 7, 9, 9, line.color());
      canvas.text(label, x + 13, 15, 0, Canvas.MUTED);
      x += 13 + canvas.width(label) + 14;
    }
  }

  private static double greatest(List<Line> lines) {
    return lines.stream()
        .flatMap(line -> line.values().stream())
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(0);
  }

  /** The next of 1, 2, 2.5, 5, 10, ... that takes a value in so many steps. */
  static double roundStep(double greatest) {
    if (greatest <= 0) {
      return 1;
    }
    double raw = greatest / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      if (raw <= factor * power) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  private void upright(Canvas canvas, List<Object> categories, List<Line> lines) {
    double step = roundStep(greatest(lines));
    double top = step * TICKS;
    for (int tick = 0; tick <= TICKS; tick++) {
      double y = BOTTOM - (BOTTOM - TOP) * tick / TICKS;
      canvas.line(LEFT, y, RIGHT, y, Canvas.LINE, 1);
      canvas.text(figures.figure(step * tick, unit()), LEFT - 6, y + 4, 1, Canvas.MUTED);
    }
    double slot = (RIGHT - LEFT) / Math.max(1, categories.size());
    for (int i = 0; i < lines.size(); i++) {
      if (plan.drawing() == Drawing.BAR) {
        bars(canvas, lines.get(i), i, lines.size(), slot, top);
      } else {
        line(canvas, lines.get(i), slot, top);
      }
    }
    ends(canvas, categories);
  }

  private void ends(Canvas canvas, List<Object> categories) {
    double y = BOTTOM + 16;
    canvas.text(label(0, categories.getFirst()), LEFT, y, 0, Canvas.MUTED);
    if (categories.size() > 1) {
      canvas.text(label(0, categories.getLast()), RIGHT, y, 1, Canvas.MUTED);
    }
    if (categories.size() > 4) {
      Object middle = categories.get(categories.size() / 2);
      canvas.text(label(0, middle), (LEFT + RIGHT) / 2, y, 0.5, Canvas.MUTED);
    }
  }

  private static void bars(
      Canvas canvas, Line line, int place, int places, double slot, double top) {
    double width = slot * 0.78 / places;
    for (int i = 0; i < line.values().size(); i++) {
      double height = (BOTTOM - TOP) * Math.max(0, number(line.values().get(i))) / top;
      double x = LEFT + slot * i + slot * 0.11 + width * place;
      canvas.bar(x, BOTTOM - height, width, height, line.color());
    }
  }

  private void line(Canvas canvas, Line line, double slot, double top) {
    Path2D path = new Path2D.Double();
    boolean open = false;
    for (int i = 0; i < line.values().size(); i++) {
      Double value = line.values().get(i);
      if (value == null) {
        open = false;
        continue;
      }
      double x = LEFT + slot * (i + 0.5);
      double y = BOTTOM - (BOTTOM - TOP) * Math.max(0, value) / top;
      if (open) {
        path.lineTo(x, y);
      } else {
        path.moveTo(x, y);
        canvas.fill(new Ellipse2D.Double(x - 1, y - 1, 2, 2), line.color());
      }
      open = true;
    }
    if (plan.drawing() == Drawing.AREA && line.values().stream().allMatch(Objects::nonNull)) {
      Path2D area = new Path2D.Double(path);
      area.lineTo(LEFT + slot * (line.values().size() - 0.5), BOTTOM);
      area.lineTo(LEFT + slot * 0.5, BOTTOM);
      area.closePath();
      Color color = line.color();
      canvas.fill(area, new Color(color.getRed(), color.getGreen(), color.getBlue(), 36));
    }
    canvas.draw(path, line.color(), 1.8);
  }

  private void lying(Canvas canvas, List<Object> categories, List<Line> lines) {
    double greatest = Math.max(greatest(lines), 1e-9);
    double slot = (Canvas.HEIGHT - TOP - 8) / categories.size();
    double from = 150;
    double room = RIGHT - from - 78;
    for (int i = 0; i < categories.size(); i++) {
      double middle = TOP + slot * (i + 0.5);
      String name = canvas.fitted(label(0, categories.get(i)), from - 14);
      canvas.text(name, from - 8, middle + 4, 1, Canvas.TEXT);
      double height = Math.min(18, slot * 0.74) / lines.size();
      for (int j = 0; j < lines.size(); j++) {
        double value = Math.max(0, number(lines.get(j).values().get(i)));
        double y = middle - height * lines.size() / 2 + height * j;
        canvas.bar(from, y, room * value / greatest, height, lines.get(j).color());
      }
      if (lines.size() == 1) {
        double value = number(lines.getFirst().values().get(i));
        double end = from + room * Math.max(0, value) / greatest;
        canvas.text(figures.figure(value, unit()), end + 6, middle + 4, 0, Canvas.MUTED);
      }
    }
  }

  // The other drawings.

  private void heat(Canvas canvas) {
    int column = main().column(metric().wireName());
    List<Object> rows = limited(sorted(0), 14);
    List<Object> columns = limited(sorted(1), 31);
    double greatest =
        main().rows().stream().mapToDouble(row -> number(row.get(column))).max().orElse(0);
    double width = (RIGHT - LEFT - 36) / columns.size();
    double height = (BOTTOM - 8) / rows.size();
    for (List<@Nullable Object> cell : main().rows()) {
      int y = rows.indexOf(key(cell.get(place(0))));
      int x = columns.indexOf(key(cell.get(place(1))));
      if (x >= 0 && y >= 0) {
        double strength = greatest <= 0 ? 0 : Math.max(0, number(cell.get(column))) / greatest;
        canvas.bar(
            LEFT + 36 + width * x, 8 + height * y, width - 1.5, height - 1.5, shade(strength));
      }
    }
    for (int y = 0; y < rows.size(); y++) {
      String name = canvas.fitted(label(0, rows.get(y)), LEFT + 26);
      canvas.text(name, LEFT + 30, 8 + height * (y + 0.5) + 4, 1, Canvas.MUTED);
    }
    canvas.text(label(1, columns.getFirst()), LEFT + 36, BOTTOM + 16, 0, Canvas.MUTED);
    canvas.text(label(1, columns.getLast()), RIGHT, BOTTOM + 16, 1, Canvas.MUTED);
  }

  /** Hours, weekdays and days in their order; other values as they came, the largest first. */
  private List<Object> sorted(int number) {
    List<Object> values = distinct(number, Integer.MAX_VALUE);
    Dimension dimension = plan.by().get(number);
    boolean ordered =
        dimension == Dimension.HOUR || dimension == Dimension.WEEKDAY || dimension == Dimension.DAY;
    return ordered
        ? values.stream().sorted(java.util.Comparator.comparing(Picture::rank)).toList()
        : values;
  }

  private static String rank(Object value) {
    return value instanceof Number number
        ? String.format(java.util.Locale.ROOT, "%06d", number.longValue())
        : value.toString();
  }

  private static Color shade(double strength) {
    int red = (int) Math.round(0xee + (0x2b - 0xee) * strength);
    int green = (int) Math.round(0xf2 + (0x45 - 0xf2) * strength);
    int blue = (int) Math.round(0xff + (0xb0 - 0xff) * strength);
    return new Color(red, green, blue);
  }

  private void dots(Canvas canvas) {
    int across = main().column(plan.metrics().getFirst().wireName());
    int up = main().column(plan.metrics().getLast().wireName());
    double right = roundStep(most(across)) * TICKS;
    double top = roundStep(most(up)) * TICKS;
    for (int tick = 0; tick <= TICKS; tick++) {
      double y = BOTTOM - (BOTTOM - TOP) * tick / TICKS;
      canvas.line(LEFT, y, RIGHT, y, Canvas.LINE, 1);
      Unit unit = main().columns().get(up).unit();
      canvas.text(figures.figure(top * tick / TICKS, unit), LEFT - 6, y + 4, 1, Canvas.MUTED);
    }
    for (List<@Nullable Object> row : main().rows()) {
      double x = LEFT + (RIGHT - LEFT) * Math.max(0, number(row.get(across))) / right;
      double y = BOTTOM - (BOTTOM - TOP) * Math.max(0, number(row.get(up))) / top;
      canvas.fill(new Ellipse2D.Double(x - 3.5, y - 3.5, 7, 7), new Color(0x3b, 0x5b, 0xdb, 150));
    }
    canvas.text(figures.words().metric(plan.metrics().getLast()), LEFT, 14, 0, Canvas.MUTED);
    canvas.text(
        figures.words().metric(plan.metrics().getFirst())
            + ": 0 – "
            + figures.figure(right, main().columns().get(across).unit()),
        RIGHT,
        BOTTOM + 16,
        1,
        Canvas.MUTED);
  }

  private double most(int column) {
    return main().rows().stream().mapToDouble(row -> number(row.get(column))).max().orElse(0);
  }

  private void pie(Canvas canvas) {
    int column = main().column(metric().wireName());
    double whole = main().rows().stream().mapToDouble(row -> number(row.get(column))).sum();
    int kept = main().rows().size() > MOST_PARTS ? MOST_PARTS - 1 : main().rows().size();
    double from = 90;
    double rest = whole;
    for (int i = 0; i <= kept && whole > 0; i++) {
      boolean other = i == kept;
      double value = other ? rest : number(main().rows().get(i).get(column));
      if (value <= whole * 1e-9) {
        continue;
      }
      rest -= value;
      Color color = other ? Canvas.REST : Canvas.SERIES.get(i);
      double angle = -360 * value / whole;
      canvas.fill(new Arc2D.Double(60, 30, 220, 220, from, angle, Arc2D.PIE), color);
      from += angle;
      String name = other ? "…" : label(0, key(main().rows().get(i).getFirst()));
      part(canvas, i, color, name + "  " + figures.figure(value / whole, Unit.RATIO));
    }
    canvas.fill(new Ellipse2D.Double(115, 85, 110, 110), Color.WHITE);
  }

  private static void part(Canvas canvas, int place, Color color, String text) {
    double y = 84 + 26.0 * place;
    canvas.bar(330, y - 9, 10, 10, color);
    canvas.text(canvas.fitted(text, 240), 346, y, 0, Canvas.TEXT);
  }

  private void steps(Canvas canvas) {
    List<@Nullable Object> row = main().rows().getFirst();
    double first = Math.max(number(row.get(main().column(metric().wireName()))), 1e-9);
    double slot = (Canvas.WIDTH - 24.0) / plan.metrics().size();
    double before = first;
    for (int i = 0; i < plan.metrics().size(); i++) {
      Metric one = plan.metrics().get(i);
      double value = number(row.get(main().column(one.wireName())));
      double height = (BOTTOM - TOP - 24) * Math.min(1, value / first);
      double lost = (BOTTOM - TOP - 24) * Math.clamp((before - value) / first, 0, 1);
      double x = 12 + slot * i + slot * 0.18;
      canvas.bar(x, BOTTOM - height - lost, slot * 0.64, lost, Canvas.SOFT);
      canvas.bar(x, BOTTOM - height, slot * 0.64, height, Canvas.FILL);
      double middle = x + slot * 0.32;
      String share = figures.figure(value / first, Unit.RATIO);
      String count = figures.figure(value, Unit.COUNT);
      canvas.text(count + " · " + share, middle, BOTTOM - height - lost - 6, 0.5, Canvas.TEXT);
      String name = canvas.fitted(figures.words().metric(one), slot - 6);
      canvas.text(name, middle, BOTTOM + 16, 0.5, Canvas.MUTED);
      before = value;
    }
  }
}
