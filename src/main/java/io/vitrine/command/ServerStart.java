package io.vitrine.command;

import java.nio.file.Path;

/** Starts the product. */
public interface ServerStart {

  /**
   * Starts the whole product on a data folder.
   *
   * @param port where it listens; 0 picks a free one
   * @throws RuntimeException when it does not start
   */
  RunningServer serve(Path data, int port);

  /** Opens the product's parts on a data folder without listening to anybody. */
  RunningServer open(Path data);
}
