package io.vitrine.demo;

import io.vitrine.model.Event;
import java.util.List;

/** Where the demo shop's events go. */
@FunctionalInterface
public interface DemoTaker {

  /**
   * Takes events in time order. Returns when all of them survive the death of the process; events
   * that were taken before are passed over by their id. Waits by itself when there is too much at
   * once.
   */
  void take(List<Event.Draft> events);
}
