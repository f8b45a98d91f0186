package io.vitrine.model;

/** Width of a bucket of time. Days, weeks (from Monday) and months are the shop's calendar. */
public enum Grain {
  MINUTE,
  HOUR,
  DAY,
  WEEK,
  MONTH
}
