package io.vitrine.model;

import java.util.Locale;

/** What a metric can be split and filtered by. */
public enum Dimension {
  DAY(Kind.DATE),
  /** Hour of the day in the shop's zone, 0 to 23. */
  HOUR(Kind.INTEGER),
  /** Day of the week in the shop's zone, 1 is Monday and 7 Sunday. */
  WEEKDAY(Kind.INTEGER),
  CHANNEL(Kind.TEXT),
  SOURCE(Kind.TEXT),
  MEDIUM(Kind.TEXT),
  CAMPAIGN(Kind.TEXT),
  REFERRER_HOST(Kind.TEXT),
  COUNTRY(Kind.TEXT),
  DEVICE(Kind.TEXT),
  BROWSER(Kind.TEXT),
  SYSTEM(Kind.TEXT),
  LANDING_PAGE(Kind.TEXT),
  PRODUCT(Kind.TEXT),
  CATEGORY(Kind.TEXT),
  /** new (first day ever seen is that day) or returning. */
  VISITOR_KIND(Kind.TEXT),
  /** The visitor's segment by activity in the whole history: New, Occasional, Regular, Premium. */
  SEGMENT(Kind.TEXT),
  /** Whether a robot did it. Questions without a filter on it leave robots out. */
  BOT(Kind.FLAG),
  TYPE(Kind.TEXT),
  LEVEL(Kind.TEXT),
  SERVICE(Kind.TEXT);

  /** Kind of the dimension's values. */
  public enum Kind {
    TEXT,
    INTEGER,
    DATE,
    FLAG
  }

  private final Kind kind;

  Dimension(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** Name in the API, in snake case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
