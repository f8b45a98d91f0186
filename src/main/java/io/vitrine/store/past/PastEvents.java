package io.vitrine.store.past;

import io.vitrine.model.Event;
import io.vitrine.store.Outcome;
import java.util.Iterator;
import java.util.List;

/**
 * Finished events of a past, batch by batch, that are told what became of them. Used by one thread.
 */
public interface PastEvents extends Iterator<List<Event>> {

  /**
   * Called after each batch with what became of its events, in their order; an event whose id the
   * store holds is not stored again. Nothing is visible yet.
   */
  void stored(List<Outcome> outcomes);

  /**
   * Makes the record's report, before anything becomes visible.
   *
   * @throws io.vitrine.model.Problem when what came in cannot be right; nothing is stored
   */
  String report(LedgerChange change);
}
