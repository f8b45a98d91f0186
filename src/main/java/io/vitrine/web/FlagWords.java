package io.vitrine.web;

import java.util.Map;
import java.util.TreeMap;

/**
 * What OpenFeature's clients look for in a refusal that no endpoint of theirs wrote: without it
 * they say that the answer has another form than they expect, in place of what went wrong.
 */
final class FlagWords {

  private static final String ALL = "/ofrep/v1/evaluate/flags";
  private static final String ONE = ALL + "/";

  private FlagWords() {}

  /** Members of OFREP's failures; none for other addresses. */
  static Map<String, String> of(String address, String detail) {
    if (!address.equals(ALL) && !address.startsWith(ONE)) {
      return Map.of();
    }
    Map<String, String> members = new TreeMap<>();
    members.put("errorCode", "GENERAL");
    members.put("errorDetails", detail);
    if (address.startsWith(ONE)) {
      members.put("key", address.substring(ONE.length()));
    }
    return members;
  }
}
