package io.vitrine.boards;

import io.vitrine.model.Answer;
import io.vitrine.model.Dimension;
import io.vitrine.model.Unit;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures, days and values of dimensions as a reader of a language writes them. */
record FigureText(MailWords words, Currency currency, ZoneId zone) {

  private static final String NOTHING = "–";
  private static final double FINE_BELOW = 0.1;
  private static final double ROUND_FROM = 1_000;

  String figure(@Nullable Object value, @Nullable Unit unit) {
    if (!(value instanceof Number number)) {
      return NOTHING;
    }
    double figure = number.doubleValue();
    if (unit == Unit.MONEY) {
      return money(figure);
    }
    if (unit == Unit.RATIO) {
      return ratio(figure);
    }
    return plain(figure, unit == Unit.COUNT ? 0 : 1) + (unit == Unit.SECONDS ? " s" : "");
  }

  private String money(double figure) {
    NumberFormat format = NumberFormat.getCurrencyInstance(words.locale());
    format.setCurrency(currency);
    int digits =
        Math.abs(figure) >= ROUND_FROM ? 0 : Math.max(0, currency.getDefaultFractionDigits());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(figure);
  }

  private String ratio(double figure) {
    NumberFormat format = NumberFormat.getPercentInstance(words.locale());
    int digits = Math.abs(figure) >= FINE_BELOW ? 1 : 2;
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(figure);
  }

  private String plain(double figure, int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(words.locale());
    format.setMaximumFractionDigits(digits);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(figure);
  }

  /** How a figure moved against the one before; empty when there is nothing to compare with. */
  String change(@Nullable Object now, @Nullable Object before) {
    if (!(now instanceof Number present)
        || !(before instanceof Number past)
        || past.doubleValue() == 0) {
      return "";
    }
    double change = (present.doubleValue() - past.doubleValue()) / Math.abs(past.doubleValue());
    return (change > 0 ? "+" : "") + ratio(change);
  }

  /** A value of a dimension or a bucket of time. */
  String value(String column, @Nullable Object value) {
    if (value == null || value.toString().isEmpty()) {
      return words.say("value.none");
    }
    if (value instanceof LocalDate day) {
      return day(day);
    }
    Locale locale = words.locale();
    if (column.equals(Dimension.WEEKDAY.wireName()) && value instanceof Number number) {
      return DayOfWeek.of(number.intValue()).getDisplayName(TextStyle.FULL, locale);
    }
    if (column.equals(Dimension.HOUR.wireName()) && value instanceof Number number) {
      return String.format(Locale.ROOT, "%02d:00", number.intValue());
    }
    if (column.equals(Dimension.COUNTRY.wireName()) && value.toString().length() == 2) {
      return Locale.of("", value.toString()).getDisplayCountry(locale);
    }
    if (value instanceof java.time.Instant instant) {
      return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
          .withLocale(locale)
          .format(instant.atZone(zone));
    }
    return words.value(column, value.toString());
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
        .withLocale(words.locale())
        .format(day);
  }

  /** What heads a column of an answer. */
  String head(Answer.Column column, Plan plan) {
    String name = column.name();
    if (plan.logs() != null) {
      return words.field(name);
    }
    if (column.role() == Answer.Role.DIMENSION) {
      return plan.overTime() ? words.say("time") : dimension(name);
    }
    String metric = name.replaceFirst("_previous$", "");
    String said = words.say("metric." + metric);
    return column.role() == Answer.Role.COMPARISON ? words.say("before", said) : said;
  }

  /** Products stand with their ids and, in a column more, with their names. */
  private String dimension(String column) {
    String field = column.equals("product_name") ? "product" : column;
    return words.say("field." + field) + (column.equals("product") ? " (id)" : "");
  }
}
