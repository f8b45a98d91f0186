package io.vitrine.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Keeps what people set while the product runs: small texts by name. Thread-safe and durable. */
public interface SettingRecords {

  Optional<String> get(String name);

  /** All settings whose name starts with a text, by name. */
  Map<String, String> startingWith(String prefix);

  /** Sets or replaces. */
  void put(String name, String content, Instant at);

  void remove(String name);
}
