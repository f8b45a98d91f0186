package io.vitrine.intake;

/** Ways in which visitors come, by their stable names. */
enum Channel {
  DIRECT("Direct"),
  PAID_SHOPPING("Paid Shopping"),
  PAID_SEARCH("Paid Search"),
  PAID_SOCIAL("Paid Social"),
  PAID_VIDEO("Paid Video"),
  DISPLAY("Display"),
  PAID_OTHER("Paid Other"),
  ORGANIC_SHOPPING("Organic Shopping"),
  ORGANIC_SOCIAL("Organic Social"),
  ORGANIC_VIDEO("Organic Video"),
  ORGANIC_SEARCH("Organic Search"),
  EMAIL("Email"),
  AFFILIATES("Affiliates"),
  REFERRAL("Referral"),
  AUDIO("Audio"),
  SMS("SMS"),
  PUSH("Push"),
  /** Tagged, but by no rule. */
  UNASSIGNED("Unassigned");

  private final String label;

  Channel(String label) {
    this.label = label;
  }

  /** Name in answers and filters. */
  String label() {
    return label;
  }
}
