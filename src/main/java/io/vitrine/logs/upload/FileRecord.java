package io.vitrine.logs.upload;

import org.jspecify.annotations.Nullable;

/**
 * A record of a file: a JSON object, or why it is none.
 *
 * @param line at which it begins, from 1
 * @param text as it stands in the file, shortened
 * @param json the object in UTF-8; null when it is none
 * @param reason why it is none, in snake case; null when it is one
 * @param detail the same for people
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FileRecord(
    long line,
    String text,
    byte @Nullable [] json,
    @Nullable String reason,
    @Nullable String detail) {

  private static final int LONGEST = 2_000;

  static FileRecord of(long line, String text, byte[] json) {
    return new FileRecord(line, shortened(text), json, null, null);
  }

  static FileRecord broken(long line, String text, String reason, String detail) {
    return new FileRecord(line, shortened(text), null, reason, detail);
  }

  static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
