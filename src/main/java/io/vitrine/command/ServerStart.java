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

  /** As {@link #serve}, with the settings of the demo shop. */
  RunningServer demo(Path data, int port);
}
