package io.vitrine.intake;

import io.vitrine.model.Event;
import java.util.ArrayList;
import java.util.List;

/** What was read from a body: drafts, each with its place among the records, and what is none. */
final class Decoded {

  private final List<Event.Draft> drafts = new ArrayList<>();
  private final List<Integer> indexes = new ArrayList<>();
  private final Rejections rejections = new Rejections();

  /** Drafts that a caller made itself. */
  static Decoded of(List<Event.Draft> drafts) {
    Decoded decoded = new Decoded();
    drafts.forEach(decoded::add);
    return decoded;
  }

  void add(Event.Draft draft) {
    indexes.add(size());
    drafts.add(draft);
  }

  void reject(Refusal refusal) {
    rejections.add(size(), refusal);
  }

  /** Records so far. */
  int size() {
    return drafts.size() + (int) rejections.total();
  }

  List<Event.Draft> drafts() {
    return drafts;
  }

  /** Place of a draft among the records. */
  int index(int draft) {
    return indexes.get(draft);
  }

  Rejections rejections() {
    return rejections;
  }
}
