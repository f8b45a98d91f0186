package io.vitrine.shop;

import io.vitrine.accounts.Needs;
import io.vitrine.model.Answer;
import io.vitrine.model.Comparison;
import io.vitrine.model.Metric;
import io.vitrine.model.Question;
import io.vitrine.model.Role;
import io.vitrine.store.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The shop's key figures, by their plain names. */
@RestController
class KpiController {

  private static final List<Metric> FIGURES =
      List.of(
          Metric.VISITORS,
          Metric.SESSIONS,
          Metric.VIEWS,
          Metric.ADD_TO_CARTS,
          Metric.ORDERS,
          Metric.ORDER_LINES,
          Metric.REVENUE,
          Metric.GROSS_REVENUE,
          Metric.REFUNDS,
          Metric.CANCELLED_ORDERS,
          Metric.AOV,
          Metric.CONVERSION_PER_EVENT,
          Metric.CONVERSION_PER_SESSION,
          Metric.CONVERSION_PER_VISITOR);

  private final Answers answers;

  KpiController(Answers answers) {
    this.answers = answers;
  }

  /**
   * Key figures of the days from and to, both included, in the shop's time zone. Robots are left
   * out; a rate without a base is null. Beside the figures stand from, to, currency, zone, as_of
   * and partial.
   */
  @GetMapping("/api/shop/kpis")
  @Needs(Role.VIEWER)
  Map<String, @Nullable Object> kpis(@RequestParam String from, @RequestParam String to) {
    Question question =
        new Question.Totals(FIGURES, SpanForm.days(from, to), List.of(), Comparison.NONE);
    Answer answer = answers.ask(question);
    Map<String, @Nullable Object> figures = new LinkedHashMap<>();
    figures.put("from", from);
    figures.put("to", to);
    FIGURES.forEach(m -> figures.put(m.wireName(), answer.value(0, m.wireName())));
    figures.put("currency", answer.meta().currency().getCurrencyCode());
    figures.put("zone", answer.meta().zone().getId());
    figures.put("as_of", answer.meta().asOf());
    figures.put("partial", answer.meta().partial());
    figures.put("notes", answer.meta().notes());
    return figures;
  }
}
