package io.vitrine.experiments;

import io.vitrine.accounts.Audit;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Dimension;
import io.vitrine.model.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Feature flags and experiments. */
@RestController
@RequestMapping("/api/experiments")
class ExperimentController {

  private final Experiments experiments;
  private final Results results;
  private final Audit audit;

  ExperimentController(Experiments experiments, Results results, Audit audit) {
    this.experiments = experiments;
    this.results = results;
    this.audit = audit;
  }

  /** All experiments and flags, by key. */
  @GetMapping
  @Needs(Role.VIEWER)
  ExperimentList list() {
    return new ExperimentList(experiments.serving().all());
  }

  /** One experiment. */
  @GetMapping("/{key}")
  @Needs(Role.VIEWER)
  Experiment get(@PathVariable String key) {
    return experiments.get(key);
  }

  /**
   * Makes an experiment or changes its definition. Once it was started its variants and their
   * shares stay as they are, so that nobody is moved from one to another; rollout, conditions and
   * the rest can still change.
   */
  @PutMapping("/{key}")
  @Needs(Role.ANALYST)
  Experiment define(
      @PathVariable String key,
      @RequestBody ExperimentForm form,
      Caller caller,
      HttpServletRequest request) {
    return written("defined", experiments.define(key, form, caller), caller, request);
  }

  /** Starts assigning units. Refused where a running experiment of its group has the same units. */
  @PostMapping("/{key}/start")
  @Needs(Role.ANALYST)
  Experiment start(
      @PathVariable String key,
      @RequestBody NoteForm form,
      Caller caller,
      HttpServletRequest request) {
    return written("started", experiments.start(key, form.note(), caller), caller, request);
  }

  /** Stops: everybody gets control. */
  @PostMapping("/{key}/stop")
  @Needs(Role.ANALYST)
  Experiment stop(
      @PathVariable String key,
      @RequestBody NoteForm form,
      Caller caller,
      HttpServletRequest request) {
    return written("stopped", experiments.stop(key, form.note(), caller), caller, request);
  }

  /** Decides: everybody gets the variant named. The note says why. */
  @PostMapping("/{key}/decide")
  @Needs(Role.ANALYST)
  Experiment decide(
      @PathVariable String key,
      @RequestBody NoteForm form,
      Caller caller,
      HttpServletRequest request) {
    return written(
        "decided for " + form.variant(),
        experiments.decide(key, form.variant(), form.note(), caller),
        caller,
        request);
  }

  /** The kill switch: while off, everybody gets control. */
  @PostMapping("/{key}/switch")
  @Needs(Role.ANALYST)
  Experiment enable(
      @PathVariable String key,
      @RequestBody NoteForm form,
      Caller caller,
      HttpServletRequest request) {
    boolean on = Wire.given(form.enabled(), "enabled");
    Experiment switched = experiments.enable(key, on, form.note(), caller);
    return written(on ? "switched on" : "switched off", switched, caller, request);
  }

  /** What an experiment does, everybody in the shop sees; its own history tells the why. */
  private Experiment written(
      String what, Experiment now, Caller caller, HttpServletRequest request) {
    audit.write(caller, "experiment_changed", now.key(), request.getRemoteAddr(), what);
    return now;
  }

  /** Every form that it had, newest first, with who changed what and why. */
  @GetMapping("/{key}/history")
  @Needs(Role.VIEWER)
  ExperimentHistory history(@PathVariable String key) {
    return new ExperimentHistory(experiments.changes(key));
  }

  /**
   * What came of it: every metric of its definition for each variant's visitors from their first
   * exposure on, compared with control once for the planned end and once for looking at any time;
   * the split and where it is off, the course by day, the power so far, and a verdict by its rule.
   */
  @GetMapping("/{key}/result")
  @Needs(Role.VIEWER)
  ExperimentResult result(@PathVariable String key) {
    return results.of(experiments.get(key));
  }

  /**
   * The first metric by device, country, channel or visitor_kind of the session of the exposure,
   * corrected by Holm over all of them.
   */
  @GetMapping("/{key}/segments")
  @Needs(Role.VIEWER)
  SegmentResults segments(@PathVariable String key, @RequestParam String by) {
    return results.segments(experiments.get(key), Wire.word(Dimension.class, "by", by));
  }

  /** Experiments. */
  record ExperimentList(List<Experiment> experiments) {}

  /**
   * What goes with a change of state.
   *
   * @param note why, for the log of decisions
   * @param variant that everybody gets, when deciding
   * @param enabled of the kill switch
   */
  record NoteForm(@Nullable String note, @Nullable String variant, @Nullable Boolean enabled) {}

  /** Changes. */
  record ExperimentHistory(List<ExperimentChange> changes) {}
}
