package io.vitrine.command;

import java.nio.file.Path;
import java.util.Map;

/** Starts the product. */
public interface ServerStart {

  /**
   * Starts the whole product on a data folder.
   *
   * @param port where it listens; 0 picks a free one
   * @param settings by name, such as {@code vitrine.shop.name}; they stand above all others
   * @throws RuntimeException when it does not start
   */
  RunningServer serve(Path data, int port, Map<String, String> settings);

  /** Opens the product's parts on a data folder without listening to anybody. */
  RunningServer open(Path data);
}
