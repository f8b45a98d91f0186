package io.vitrine.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What was measured: a table for people and one line of JSON for programs. */
final class Report {

  private final String name;
  private final List<List<String>> table = new ArrayList<>();
  private final Map<String, Object> figures = new LinkedHashMap<>();

  Report(String name, String... header) {
    this.name = name;
    table.add(List.of(header));
  }

  void row(String... cells) {
    table.add(List.of(cells));
  }

  void figure(String figure, Object value) {
    figures.put(figure, value);
  }

  /** Prints the table and the line. */
  void print() {
    int[] widths = new int[table.getFirst().size()];
    for (List<String> row : table) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    System.out.println();
    for (List<String> row : table) {
      System.out.println(line(row, widths));
    }
    System.out.println();
    System.out.println(json());
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String form = i == 0 ? "%-" + widths[i] + "s" : "  %" + widths[i] + "s";
      line.append(String.format(Locale.ROOT, form, row.get(i)));
    }
    return line.toString();
  }

  private String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("benchmark", name);
    all.put("processors", Runtime.getRuntime().availableProcessors());
    all.put("java", System.getProperty("java.version"));
    all.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    all.putAll(figures);
    return JsonMapper.shared().writeValueAsString(all);
  }

  /** A number with so many digits after the point. */
  static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  /** Tells how far a long measurement has come. */
  static void progress(String what) {
    System.err.println("bench: " + what);
  }
}
