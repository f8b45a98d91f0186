package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.accounts.Caller;
import io.vitrine.accounts.Needs;
import io.vitrine.model.CartList;
import io.vitrine.model.Dimension;
import io.vitrine.model.Funnel;
import io.vitrine.model.Metric;
import io.vitrine.model.Problem;
import io.vitrine.model.Question;
import io.vitrine.model.Role;
import io.vitrine.model.Timeline;
import io.vitrine.store.Answers;
import io.vitrine.store.EventStore;
import io.vitrine.store.ValueCount;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asks any question, and says what can be asked. */
@RestController
class QueryController {

  private final Answers answers;
  private final EventStore store;

  QueryController(Answers answers, EventStore store) {
    this.answers = answers;
    this.store = store;
  }

  /** Answers a question; 304 when the caller's tag still names the answer. */
  @PostMapping("/api/query")
  @Needs(Role.VIEWER)
  ResponseEntity<AnswerForm> query(
      @RequestBody QuestionForm form,
      @RequestHeader(name = "If-None-Match", required = false) String known,
      Caller caller) {
    Question question = form.question();
    refuseNames(question, caller);
    String tag = '"' + answers.tag(question) + '"';
    if (tag.equals(known)) {
      return ResponseEntity.status(304).eTag(tag).build();
    }
    return ResponseEntity.ok()
        .eTag(tag)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(AnswerForm.of(answers.ask(question)));
  }

  /** Rows of single visitors or orders are not for everybody who may see figures. */
  private static void refuseNames(Question question, Caller caller) {
    String named = namedBy(question);
    if (named != null && !caller.may(Role.ANALYST)) {
      throw new Problem(
          "role_too_low",
          Problem.Category.FORBIDDEN,
          named + " names single visitors; it needs the role analyst");
    }
    if (question instanceof CartList && !caller.may(Role.ANALYST)) {
      throw new Problem(
          "role_too_low",
          Problem.Category.FORBIDDEN,
          "CartList names single visitors; it needs the role analyst");
    }
  }

  /** What a question is about whose rows are single visitors or orders; null for all others. */
  private static @Nullable String namedBy(Question question) {
    return switch (question) {
      case Question.Table asked when asked.table().isOfVisitors() -> asked.table().wireName();
      case Funnel asked when asked.show() instanceof Funnel.Show.Visitors -> "a step of a funnel";
      case Timeline asked -> "a timeline";
      default -> null;
    };
  }

  /** The metric catalogue and the dimensions. */
  @GetMapping("/api/catalogue")
  @Needs(Role.VIEWER)
  Catalogue catalogue() {
    return new Catalogue(
        Arrays.stream(Metric.values()).map(MetricForm::of).toList(),
        Arrays.stream(Dimension.values()).map(DimensionForm::of).toList());
  }

  /** Values of a text dimension that contain a text, the commonest first. */
  @GetMapping("/api/values")
  @Needs(Role.VIEWER)
  Values values(@RequestParam String field, @RequestParam(defaultValue = "") String q) {
    Dimension dimension = Words.read(Dimension.class, "field", field);
    if (dimension.kind() != Dimension.Kind.TEXT) {
      throw Problem.caller("values_of_text", "values are listed of text dimensions, not " + field);
    }
    return new Values(store.values(dimension, q, 50));
  }

  /** What can be asked. */
  record Catalogue(List<MetricForm> metrics, List<DimensionForm> dimensions) {}

  /** A metric as JSON. */
  @Schema(name = "MetricEntry")
  record MetricForm(
      String name, String unit, String direction, String formula, List<String> needs) {
    static MetricForm of(Metric metric) {
      return new MetricForm(
          metric.wireName(),
          Words.write(metric.unit()),
          Words.write(metric.direction()),
          metric.formula(),
          metric.needs().stream().map(Words::write).sorted().toList());
    }
  }

  /** A dimension as JSON. */
  @Schema(name = "DimensionEntry")
  record DimensionForm(String name, String type) {
    static DimensionForm of(Dimension dimension) {
      return new DimensionForm(dimension.wireName(), Words.write(dimension.kind()));
    }
  }

  /** Values with their counts. */
  record Values(List<ValueCount> values) {}
}
