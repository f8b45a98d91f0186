package io.vitrine.store.past;

/** What joins the events of a visitor to sessions. */
public enum SessionRule {
  /** A gap above the shop's setting ends a session. */
  INACTIVITY,
  /** All events of a visitor on one day of UTC are one session. */
  CALENDAR_DAY
}
