package io.vitrine.experiments;

import io.vitrine.accounts.Caller;
import io.vitrine.experiments.Experiment.State;
import io.vitrine.model.Problem;
import io.vitrine.store.ExperimentRecord;
import io.vitrine.store.ExperimentRecords;
import io.vitrine.store.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All experiments: what is served now, and every form that each had. */
@Component
class Experiments {

  private static final int LONGEST_NOTE = 2000;
  private static final String START = "started";
  private static final Set<String> ENDS = Set.of("stopped", "decided");

  private final ExperimentRecords records;
  private final JsonMapper json;
  private final Clock clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Every question about an experiment asks for its days; the history is long to read. */
  private final Map<String, Run> runs = new ConcurrentHashMap<>();

  private volatile Serving serving;

  Experiments(Records records, JsonMapper json, Clock clock) {
    this.records = records.experiments();
    this.json = json;
    this.clock = clock;
    this.serving = read();
  }

  private Serving read() {
    return new Serving(records.list().stream().map(this::experiment).toList());
  }

  private Experiment experiment(ExperimentRecord form) {
    return json.readValue(form.content(), Experiment.class);
  }

  /** What is served now. */
  Serving serving() {
    return serving;
  }

  /** Is run after every change. */
  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  Experiment get(String key) {
    return Optional.ofNullable(serving.find(key)).orElseThrow(() -> absent(key));
  }

  List<ExperimentRecord> history(String key) {
    List<ExperimentRecord> forms = records.history(key);
    if (forms.isEmpty()) {
      throw absent(key);
    }
    return forms;
  }

  /** What was changed by whom, the newest first. */
  List<ExperimentChange> changes(String key) {
    return ExperimentChange.of(history(key), json);
  }

  /** From when to when it ran last. */
  Run run(String key) {
    return runs.computeIfAbsent(key, _ -> Run.of(records.history(key)));
  }

  /**
   * From when to when.
   *
   * @param started when it was last started
   * @param ended when it was stopped or decided, if it is not running now
   */
  record Run(Optional<Instant> started, Optional<Instant> ended) {

    /** From all forms, the newest first. */
    private static Run of(List<ExperimentRecord> forms) {
      Optional<ExperimentRecord> last =
          forms.stream()
              .filter(form -> ENDS.contains(form.act()) || form.act().equals(START))
              .findFirst();
      return new Run(
          forms.stream()
              .filter(form -> form.act().equals(START))
              .map(ExperimentRecord::at)
              .findFirst(),
          last.filter(form -> ENDS.contains(form.act())).map(ExperimentRecord::at));
    }
  }

  /**
   * Makes or changes a definition. While units are being assigned the variants stay as they are:
   * another split would move units between them.
   */
  synchronized Experiment define(String key, ExperimentForm form, Caller caller) {
    Experiment before = serving.find(key);
    Experiment next = form.experiment(key, before);
    if (before != null && before.state() != State.DRAFT) {
      checkSettled(before, next);
    }
    check(next);
    if (before == null) {
      return keep(next, "defined", null, caller);
    }
    // Clients read 1.0 and 1 as two types, and a browser cannot write the first.
    boolean same = next.hasVariantsOf(before);
    return keep(same ? next.withVariantsOf(before) : next, "changed", null, caller);
  }

  private static void checkSettled(Experiment before, Experiment next) {
    if (!next.hasVariantsOf(before)) {
      throw conflict(
          "variants_fixed",
          "the variants of "
              + before.key()
              + " stay as they are once it was started; define another one");
    }
    if (!before.isDecidedAs(next)) {
      throw conflict(
          "rule_fixed",
          "the first metric, the rule and the planned units of "
              + before.key()
              + " were settled before it was started; define another one");
    }
  }

  /** Makes one known that began elsewhere. */
  synchronized Experiment began(String key, ExperimentForm form, Instant started) {
    Experiment known = form.experiment(key, null).in(State.RUNNING, null);
    check(known);
    return keep(known, START, null, "elsewhere", started);
  }

  synchronized Experiment start(String key, @Nullable String note, Caller caller) {
    return change(
        key,
        START,
        note,
        caller,
        before -> {
          if (before.state() == State.RUNNING || before.state() == State.DECIDED) {
            throw conflict("not_startable", key + " is " + Wire.write(before.state()) + " already");
          }
          return before.in(State.RUNNING, null);
        });
  }

  synchronized Experiment stop(String key, @Nullable String note, Caller caller) {
    return change(
        key,
        "stopped",
        note,
        caller,
        before -> {
          if (before.state() != State.RUNNING) {
            throw conflict(
                "not_running", key + " is " + Wire.write(before.state()) + ", not running");
          }
          return before.in(State.STOPPED, null);
        });
  }

  /** From now on everybody gets one variant. */
  synchronized Experiment decide(
      String key, @Nullable String winner, @Nullable String note, Caller caller) {
    return change(
        key,
        "decided",
        note,
        caller,
        before -> {
          boolean known = before.variants().stream().anyMatch(one -> one.name().equals(winner));
          if (!known) {
            throw Problem.caller("variant_unknown", key + " has no variant " + winner);
          }
          if (before.state() == State.DRAFT) {
            throw conflict("not_started", key + " was never started, so nothing decides it");
          }
          return before.in(State.DECIDED, winner);
        });
  }

  synchronized Experiment enable(String key, boolean on, @Nullable String note, Caller caller) {
    return change(
        key, on ? "switched_on" : "switched_off", note, caller, before -> before.switched(on));
  }

  private Experiment change(
      String key,
      String act,
      @Nullable String note,
      Caller caller,
      UnaryOperator<Experiment> change) {
    Experiment next = change.apply(get(key));
    check(next);
    return keep(next, act, note, caller);
  }

  private void check(Experiment next) {
    String before = next.prerequisite();
    if (before != null && serving.find(before) == null) {
      throw Problem.caller("prerequisite_unknown", "there is no experiment " + before);
    }
    if (next.state() != State.RUNNING) {
      return;
    }
    for (Experiment other : serving.all()) {
      if (other.state() == State.RUNNING && next.collides(other)) {
        throw conflict(
            "group_taken",
            other.key()
                + " has the units from "
                + other.groupFrom()
                + " to "
                + other.groupTo()
                + " of the group "
                + other.group());
      }
    }
  }

  private Experiment keep(Experiment next, String act, @Nullable String note, Caller caller) {
    return keep(next, act, note, caller.name(), clock.instant());
  }

  private Experiment keep(
      Experiment next, String act, @Nullable String note, String by, Instant at) {
    if (note != null && note.length() > LONGEST_NOTE) {
      throw Problem.caller("note_too_long", "a note has up to " + LONGEST_NOTE + " characters");
    }
    int version = records.get(next.key()).map(ExperimentRecord::version).orElse(0) + 1;
    Instant now = at.truncatedTo(ChronoUnit.MICROS);
    String content = json.writeValueAsString(next);
    boolean kept =
        records.add(new ExperimentRecord(next.key(), version, content, now, by, act, note));
    if (!kept) {
      throw conflict("changed_meanwhile", next.key() + " was changed meanwhile; look again");
    }
    runs.remove(next.key());
    serving = read();
    listeners.forEach(Runnable::run);
    return next;
  }

  private static Problem absent(String key) {
    return Problem.absent("experiment_absent", "there is no experiment " + key);
  }

  private static Problem conflict(String code, String message) {
    return new Problem(code, Problem.Category.CONFLICT, message);
  }
}
