package io.vitrine.boards;

import io.vitrine.boards.Board.Shown;
import io.vitrine.boards.Board.Tile;
import io.vitrine.model.Answer;
import io.vitrine.model.Metric;
import io.vitrine.model.Period;
import io.vitrine.model.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A dashboard as an e-mail in one language: plain text, HTML and the pictures in it.
 *
 * @param subject its subject
 * @param text for programs that show text alone
 * @param html for the others; pictures by cid:chart0, cid:chart1, ...
 * @param pictures PNG each
 */
record Letter(String subject, String text, String html, List<byte[]> pictures) {

  private static final Logger LOG = LoggerFactory.getLogger(Letter.class);
  private static final int MOST_ROWS = 15;

  /** What the links of a letter stand for until it is addressed to somebody. */
  static final String UNSUBSCRIBE = "{unsubscribe}";

  Letter {
    pictures = List.copyOf(pictures);
  }

  /** The same for one recipient. */
  Letter to(String unsubscribe) {
    return new Letter(
        subject,
        text.replace(UNSUBSCRIBE, unsubscribe),
        html.replace(UNSUBSCRIBE, escaped(unsubscribe)),
        pictures);
  }

  /**
   * What is said besides the figures.
   *
   * @param shop name of the shop
   * @param sender name of who set the mailing up
   * @param link of the dashboard
   */
  record Frame(String shop, String sender, String link) {}

  static Letter of(
      Board board, Period period, FigureText figures, Frame frame, Function<Plan, Answered> ask) {
    return new Writing(figures, frame).write(board, period, ask);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A letter in the making. */
  private static final class Writing {

    private static final String CELL = "padding:4px 10px 4px 0;border-bottom:1px solid #eceff3;";

    private final FigureText figures;
    private final MailWords words;
    private final Frame frame;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<byte[]> pictures = new ArrayList<>();

    Writing(FigureText figures, Frame frame) {
      this.figures = figures;
      this.words = figures.words();
      this.frame = frame;
    }

    Letter write(Board board, Period period, Function<Plan, Answered> ask) {
      String days = figures.day(period.from()) + " – " + figures.day(period.to());
      String name = board.name().isEmpty() ? words.say("logs.board") : board.name();
      text.append(name).append('\n').append(frame.shop()).append(", ").append(days);
      text.append("\n\n");
      html.append("<!doctype html><html lang=\"").append(words.language());
      html.append("\"><body style=\"margin:0;padding:24px;background:#f6f7f9;color:#111827;");
      html.append("font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:20px\">");
      html.append("<div style=\"max-width:640px;margin:0 auto\"><h1 style=\"font-size:20px;");
      html.append("margin:0\">").append(escaped(name)).append("</h1><p style=\"margin:");
      html.append("4px 0 16px;color:#465063\">").append(escaped(frame.shop() + ", " + days));
      html.append("</p>");
      board.tiles().forEach(tile -> tile(tile, ask));
      foot();
      return new Letter(
          words.say("subject", frame.shop(), name),
          text.toString(),
          html.append("</div></body></html>").toString(),
          pictures);
    }

    private void tile(Tile tile, Function<Plan, Answered> ask) {
      html.append("<div style=\"background:#ffffff;border:1px solid #e4e7ec;border-radius:12px;");
      html.append("padding:16px;margin-bottom:16px\">");
      Shown chart = tile.chart();
      if (tile.text() != null) {
        text.append(tile.text()).append("\n\n");
        html.append("<p style=\"margin:0;white-space:pre-wrap\">").append(escaped(tile.text()));
        html.append("</p>");
      } else if (chart == null) {
        say(words.say("gone"));
      } else {
        chart(chart, ask);
      }
      html.append("</div>");
    }

    private void chart(Shown chart, Function<Plan, Answered> ask) {
      String title = words.title(chart);
      text.append(title).append('\n').append("-".repeat(title.length())).append('\n');
      html.append("<h2 style=\"font-size:15px;margin:0 0 4px\">").append(escaped(title));
      html.append("</h2>");
      try {
        answered(chart.plan(), title, ask.apply(chart.plan()));
      } catch (Problem unanswered) {
        LOG.warn("a chart of an e-mail was not answered", unanswered);
        say(words.say("unanswered"));
      }
      text.append('\n');
    }

    private void answered(Plan plan, String title, Answered answered) {
      totals(plan, answered);
      picture(new Picture(plan, answered, figures))
          .ifPresent(
              picture -> {
                html.append("<img src=\"cid:chart").append(pictures.size());
                html.append("\" width=\"600\" style=\"width:100%;height:auto\" alt=\"");
                html.append(escaped(words.say("picture", title))).append("\">");
                pictures.add(picture);
              });
      table(plan, answered.main());
    }

    /** Without any font on the machine the figures still go out, as tables. */
    private static Optional<byte[]> picture(Picture picture) {
      try {
        return picture.png();
      } catch (LinkageError | InternalError noFonts) {
        LOG.warn("e-mails have no pictures: this machine has no fonts", noFonts);
        return Optional.empty();
      }
    }

    private void totals(Plan plan, Answered answered) {
      Answer totals = answered.totals();
      if (totals == null || totals.rows().isEmpty()) {
        return;
      }
      for (Metric metric : plan.metrics()) {
        int column = totals.column(metric.wireName());
        Object now = totals.rows().getFirst().get(column);
        Object before =
            totals.meta().comparedWith() == null
                ? null
                : totals.value(0, metric.wireName() + "_previous");
        String moved = figures.change(now, before);
        String line =
            words.metric(metric)
                + ": "
                + figures.figure(now, totals.columns().get(column).unit())
                + (moved.isEmpty() ? "" : ", " + words.say("change", moved));
        say(line);
      }
    }

    private void say(String line) {
      text.append(line).append('\n');
      html.append("<p style=\"margin:0 0 8px;color:#465063\">").append(escaped(line));
      html.append("</p>");
    }

    private void table(Plan plan, Answer answer) {
      List<String> heads =
          answer.columns().stream().map(column -> figures.head(column, plan)).toList();
      html.append("<table style=\"border-collapse:collapse;width:100%;font-size:12px;");
      html.append("line-height:16px;margin-top:8px\"><tr>");
      for (int i = 0; i < heads.size(); i++) {
        html.append("<th style=\"").append(CELL).append(align(answer, i)).append("\">");
        html.append(escaped(heads.get(i))).append("</th>");
      }
      html.append("</tr>");
      text.append(String.join(" | ", heads)).append('\n');
      for (List<@Nullable Object> row : rows(answer)) {
        row(answer, row);
      }
      html.append("</table>");
      if (answer.rows().size() > MOST_ROWS) {
        say(words.say("rows", MOST_ROWS, answer.rows().size()));
      }
    }

    /** Of what runs over time the last ones, of all else the first. */
    private static List<List<@Nullable Object>> rows(Answer answer) {
      List<List<@Nullable Object>> all = answer.rows();
      if (all.size() <= MOST_ROWS) {
        return all;
      }
      boolean time = answer.columns().getFirst().type() != Answer.Type.TEXT;
      if (!time) {
        return all.subList(0, MOST_ROWS);
      }
      List<List<@Nullable Object>> last =
          new ArrayList<>(all.subList(all.size() - MOST_ROWS, all.size()));
      Collections.reverse(last);
      return last;
    }

    private void row(Answer answer, List<@Nullable Object> row) {
      List<String> cells = new ArrayList<>();
      html.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        Answer.Column column = answer.columns().get(i);
        String cell =
            column.role() == Answer.Role.DIMENSION
                ? figures.value(column.name(), row.get(i))
                : figures.figure(row.get(i), column.unit());
        cells.add(cell);
        html.append("<td style=\"").append(CELL).append(align(answer, i)).append("\">");
        html.append(escaped(cell)).append("</td>");
      }
      html.append("</tr>");
      text.append(String.join(" | ", cells)).append('\n');
    }

    private static String align(Answer answer, int column) {
      return answer.columns().get(column).role() == Answer.Role.DIMENSION
          ? "text-align:left;"
          : "text-align:right;";
    }

    private void foot() {
      String why = words.say("why", frame.sender(), frame.shop());
      text.append(words.say("open")).append(": ").append(frame.link()).append("\n\n");
      text.append(why).append('\n').append(words.say("unsubscribe")).append(": ");
      text.append(UNSUBSCRIBE).append('\n');
      html.append("<p><a href=\"").append(escaped(frame.link())).append("\" style=\"color:");
      html.append("#3b5bdb\">").append(escaped(words.say("open"))).append("</a></p><p style=\"");
      html.append("font-size:12px;line-height:16px;color:#5e697d\">").append(escaped(why));
      html.append("<br><a href=\"").append(UNSUBSCRIBE).append("\" style=\"color:#5e697d\">");
      html.append(escaped(Objects.requireNonNull(words.say("unsubscribe")))).append("</a></p>");
    }
  }
}
