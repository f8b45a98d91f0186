package io.vitrine.store.sql;

import io.vitrine.model.BuyerHistories;
import io.vitrine.model.Filter;
import io.vitrine.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@link BuyerHistories} as SQL, over the order ledger alone. */
final class BuyerHistorySql {

  private static final String CONDITIONS = "[conditions]";

  private final Dialect dialect;

  BuyerHistorySql(Dialect dialect) {
    this.dialect = dialect;
  }

  Asked ask(BuyerHistories question) {
    refuseOthers(question.filters());
    String text = Resource.text("buyer_histories.sql").strip().replace("[sales]", sales(question));
    int gap = text.indexOf(CONDITIONS);
    Sql sql =
        Sql.of(text.substring(0, gap))
            .then(conditions(question))
            .then(
                Sql.of(
                    text.substring(gap + CONDITIONS.length()),
                    (long) BuyerHistories.MOST_BUYERS,
                    question.period().to()));
    Columns columns = Columns.ofBuyerHistories();
    return new Asked(
        sql,
        null,
        columns.columns(),
        columns.ratios(),
        null,
        null,
        false,
        false,
        true,
        null,
        Map.of());
  }

  private String sales(BuyerHistories question) {
    return Facts.SALES.relation(
        question.filters().stream().map(Filter::field).collect(Collectors.toSet()));
  }

  private Sql conditions(BuyerHistories question) {
    List<Sql> conditions = new ArrayList<>();
    conditions.add(
        Sql.of("f.day BETWEEN ? AND ?", question.period().from(), question.period().to()));
    conditions.addAll(new Conditions(dialect).all(question.filters(), Facts.SALES));
    return Sql.join(" AND ", conditions);
  }

  private static void refuseOthers(List<Filter> filters) {
    filters.stream()
        .filter(filter -> !Facts.SALES.has(filter.field()))
        .findFirst()
        .ifPresent(
            filter -> {
              throw Problem.caller(
                  "filter_dimension", "orders are not filtered by " + filter.field().wireName());
            });
  }
}
