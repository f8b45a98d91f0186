package io.vitrine.intake;

/**
 * A site that sends visitors.
 *
 * @param host of the site, as the referrer names it without www
 * @param source what it is called as a source of traffic
 * @param kind what it is
 */
record Site(String host, String source, Kind kind) {

  /** What a site is. */
  enum Kind {
    SEARCH("organic"),
    SOCIAL("social"),
    VIDEO("video"),
    SHOPPING("shopping"),
    EMAIL("email"),
    /** Where people pay; visitors never come from there. */
    PAYMENT("(none)"),
    /** Any site that is not in the list. */
    OTHER("referral");

    private final String medium;

    Kind(String medium) {
      this.medium = medium;
    }

    /** Medium of visitors that follow a link on such a site. */
    String medium() {
      return medium;
    }
  }
}
