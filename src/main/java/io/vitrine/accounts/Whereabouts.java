package io.vitrine.accounts;

import org.jspecify.annotations.Nullable;

/** Tells people where they signed in and with what; whoever reads events knows both. */
public interface Whereabouts {

  /** Country of an address, ISO 3166; null when unknown. */
  @Nullable String country(String address);

  /** Family of the browser that sent a User-Agent header. */
  String browser(String userAgent);

  /** Family of its operating system. */
  String system(String userAgent);
}
