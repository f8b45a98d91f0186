package io.vitrine.command;

import io.vitrine.demo.DemoTaker;
import java.time.Instant;
import java.util.Optional;

/** The product while it runs, as far as the commands need it. */
public interface RunningServer extends AutoCloseable {

  /** Where it listens. */
  int port();

  /** The first administrator, when this start made one with a password of its own. */
  Optional<FirstAdministrator> firstAdministrator();

  /** The way in for events. */
  DemoTaker intake();

  /** Makes an experiment known whose units were assigned elsewhere, unless it is known already. */
  void tellOfExperiment(String key, Instant started);

  /** Counts what was stored, so that the first page does not wait for it. */
  void count();

  /** Waits until it ends. */
  void await();

  @Override
  void close();

  /**
   * How to sign in for the first time.
   *
   * @param username name of the account
   * @param password made for it, shown this once
   */
  record FirstAdministrator(String username, String password) {}
}
