package io.vitrine.boards;

import io.vitrine.accounts.Caller;
import io.vitrine.store.SavedRecord;
import tools.jackson.databind.json.JsonMapper;

/** Saved charts: what they are made of, and how they look to somebody. */
final class Charts {

  private final Shelf shelf;
  private final JsonMapper json;

  Charts(Shelf shelf, JsonMapper json) {
    this.shelf = shelf;
    this.json = json;
  }

  Shelf shelf() {
    return shelf;
  }

  String write(Plan plan) {
    return json.writeValueAsString(PlanForm.of(plan));
  }

  Plan plan(SavedRecord saved) {
    return json.readValue(saved.content(), PlanForm.class).plan();
  }

  ChartForm form(SavedRecord saved, Caller caller) {
    return new ChartForm(
        saved.id(),
        saved.name(),
        saved.ownerName(),
        Shelf.isOwn(saved, caller),
        Shelf.mayChange(saved, caller),
        saved.shared(),
        PlanForm.of(plan(saved)),
        saved.createdAt(),
        saved.changedAt());
  }
}
