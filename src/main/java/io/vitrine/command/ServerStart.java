package io.vitrine.command;

import io.vitrine.store.EventStore;
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

  /**
   * Opens the event store of a data folder with the product's settings, without a server.
   *
   * @throws RuntimeException when a setting is wrong or the folder is in use
   */
  EventStore store(Path data);

  /**
   * As {@link #store}, with the way in for a shop's past.
   *
   * @throws RuntimeException as above
   */
  OpenPast past(Path data);

  /** As {@link #serve}, with the settings of the demo shop. */
  RunningServer demo(Path data, int port);
}
