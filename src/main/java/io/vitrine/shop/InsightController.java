package io.vitrine.shop;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.accounts.Needs;
import io.vitrine.model.Comparison;
import io.vitrine.model.Finding;
import io.vitrine.model.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What changed and deserves a look. */
@RestController
class InsightController {

  private final Insights insights;

  InsightController(Insights insights) {
    this.insights = insights;
  }

  /**
   * Findings about the days from and to, both included, most urgent first; each is a code with the
   * figures that it rests on, and the question that shows them.
   *
   * @param comparison previous_period (also for none) or previous_year
   */
  @GetMapping("/api/shop/insights")
  @Needs(Role.VIEWER)
  Found insights(
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam(defaultValue = "previous_period") String comparison) {
    Comparison asked = Words.read(Comparison.class, "comparison", comparison);
    Comparison beside = asked == Comparison.NONE ? Comparison.PREVIOUS_PERIOD : asked;
    return new Found(
        insights.about(SpanForm.days(from, to), beside).stream().map(FindingForm::of).toList());
  }

  /** Findings, most urgent first. */
  @Schema(name = "Insights")
  record Found(List<FindingForm> insights) {}

  /** A finding as JSON. */
  @Schema(name = "Insight")
  record FindingForm(
      String code,
      String severity,
      Map<String, Object> params,
      @Nullable QuestionForm question,
      String page) {

    static FindingForm of(Finding finding) {
      return new FindingForm(
          finding.code(),
          Words.write(finding.severity()),
          finding.params(),
          finding.question() == null ? null : QuestionForm.of(finding.question()),
          finding.page());
    }
  }
}
