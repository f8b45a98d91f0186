package io.vitrine.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of visitors is kept.
 *
 * @param cookieless whether ids that a visitor's device keeps are thrown away, so that visitors are
 *     told apart for a day only
 * @param doNotTrack what becomes of events of visitors who refused
 */
@ConfigurationProperties("vitrine.privacy")
record PrivacySettings(
    @DefaultValue("false") boolean cookieless, @DefaultValue("anonymous") Refused doNotTrack) {

  /** What becomes of events of visitors who refused to be tracked. */
  enum Refused {
    /** They are kept like all others. */
    IGNORE,
    /** They are kept without anything that tells who it was. */
    ANONYMOUS,
    /** They are not kept. */
    DROP
  }

  /** The defaults. */
  static PrivacySettings defaults() {
    return new PrivacySettings(false, Refused.ANONYMOUS);
  }
}
