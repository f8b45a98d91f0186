package io.vitrine.limits;

import java.util.Locale;

/** What is counted apart from everything else. */
public enum Budget {
  /** Files of the pages. */
  PAGES,
  /** The API for clients that are not signed in, and for keys that read. */
  API,
  /** The API for people who are signed in. */
  SIGNED_IN,
  /** Requests of keys that ingest. */
  INGEST,
  /** Events that keys ingest. */
  INGESTED_EVENTS,
  /** Bytes that keys ingest. */
  INGESTED_BYTES,
  /** Sign-ins that are tried. */
  SIGN_IN,
  /** Wrong passwords of an address, for one account or for all. */
  WRONG_PASSWORDS;

  /** Name in the API and in metrics, such as {@code signed_in}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
