package io.vitrine.shop;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.vitrine.model.Answer;
import io.vitrine.model.Association;
import io.vitrine.model.Carts;
import io.vitrine.model.Cohort;
import io.vitrine.model.Comparison;
import io.vitrine.model.Dimension;
import io.vitrine.model.Filter;
import io.vitrine.model.Finding;
import io.vitrine.model.Grain;
import io.vitrine.model.Metric;
import io.vitrine.model.Outcome;
import io.vitrine.model.Paths;
import io.vitrine.model.Products;
import io.vitrine.model.Quantity;
import io.vitrine.model.ShopTable;
import io.vitrine.model.VisitorSegments;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Names in the API's description what a question may say and what an answer holds. */
@Component
class ApiWords implements GlobalOpenApiCustomizer {

  private static final String METRIC = "MetricName";
  private static final String DIMENSION = "DimensionName";

  @Override
  public void customise(OpenAPI api) {
    api.getComponents()
        .addSchemas(METRIC, words(Metric.values()))
        .addSchemas(DIMENSION, words(Dimension.values()))
        .addSchemas("Now", now());
    question(api, schema(api, "Question"));
    answer(api);
    filter(schema(api, "Filter"));
    schema(api, "MetricEntry").addProperty("name", reference(METRIC));
    schema(api, "MetricEntry").addProperty("direction", words(Metric.Direction.values()));
    schema(api, "DimensionEntry").addProperty("name", reference(DIMENSION));
    schema(api, "Insight").addProperty("severity", words(Finding.Severity.values()));
    for (String told : List.of("Insight", "Recommendation")) {
      schema(api, told)
          .addProperty("params", new Schema<>().type("object").additionalProperties(true));
    }
  }

  /** Which members each kind takes, a sentence a kind. */
  private static final List<String> KINDS =
      List.of(
          "Totals, Trend and Breakdown need metrics; Breakdown needs by and takes sort and limit;"
              + " Trend takes grain. Absent: no filter, no comparison, days, first metric first.",
          "Table needs table and takes offset and limit, and days as its period; absent: the whole"
              + " history. Tables of single visitors or orders need the role analyst.",
          "Products takes products, comparison, sort by a column of its answer, limit and offset.",
          "PriceBands takes no more.",
          "Association takes association, by (product or category) and limit.",
          "Distribution needs distribution, with its quantity.",
          "Funnel needs funnel and takes one dimension in by, limit, and grain when it shows a"
              + " trend; its visitors need the role analyst.",
          "VisitorSegments takes segments, comparison and days as its period.",
          "Carts takes carts.by, Attribution attribution.by and attribution.look_back.",
          "CartList takes carts.state, offset and limit, names single visitors and needs the role"
              + " analyst.",
          "BuyerHistories takes days and filters: how often and how lately buyers bought, nobody named.",
          "Outcomes needs outcomes, and days as its period.",
          "Cohort takes cohort, and week or month as grain.",
          "Paths takes paths and limit.",
          "Timeline needs timeline and the role analyst and takes limit, and days as its period;"
              + " absent: the whole history.");

  private static void outcomes(Schema<?> options) {
    options.description(
        Arrays.stream(Outcome.values())
            .map(outcome -> outcome.wireName() + ": " + outcome.formula())
            .collect(Collectors.joining(". ")));
    options.addProperty("outcomes", list(words(Outcome.values())));
    options.setRequired(List.of("experiment", "outcomes"));
  }

  private static void question(OpenAPI api, Schema<?> question) {
    question.description(String.join(" ", KINDS));
    question.addProperty("kind", text(QuestionForm.kinds().toArray(String[]::new)));
    Schema<?> paths = schema(api, "PathsOptions");
    paths.addProperty("label", words(Paths.Label.values()));
    paths.addProperty("direction", words(Paths.Direction.values()));
    paths.addProperty("show", words(Paths.Show.values()));
    schema(api, "TimelineOptions").setRequired(List.of("visitor"));
    schema(api, "CohortOptions").addProperty("beginning", words(Cohort.Beginning.values()));
    FunnelWords.describe(name -> schema(api, name));
    schema(api, "ProductsOptions").addProperty("group", words(Products.Group.values()));
    schema(api, "SegmentsOptions").addProperty("scheme", words(VisitorSegments.Scheme.values()));
    schema(api, "SegmentsOptions").addProperty("view", words(VisitorSegments.View.values()));
    schema(api, "AssociationOptions").addProperty("basket", words(Association.Basket.values()));
    schema(api, "CartsOptions").addProperty("by", reference(DIMENSION));
    schema(api, "CartsOptions").addProperty("state", words(Carts.State.values()));
    schema(api, "AttributionOptions").addProperty("by", reference(DIMENSION));
    outcomes(schema(api, "OutcomesOptions"));
    schema(api, "DistributionOptions")
        .description(
            Arrays.stream(Quantity.values())
                .map(quantity -> quantity.wireName() + ": " + quantity.formula())
                .collect(Collectors.joining(". ")));
    schema(api, "DistributionOptions").addProperty("quantity", words(Quantity.values()));
    question.addProperty("table", words(ShopTable.values()));
    question.addProperty("metrics", list(reference(METRIC)));
    question.addProperty("by", list(reference(DIMENSION)));
    question.addProperty("grain", words(Grain.values()));
    question.addProperty("comparison", words(Comparison.values()));
    question.setRequired(List.of("kind"));
  }

  private static void filter(Schema<?> filter) {
    filter.addProperty("field", new Schema<>().types(Set.of("string")).description(DIMENSION));
    filter.addProperty("op", words(Filter.Op.values()));
    filter.addProperty("values", list(new Schema<>().types(Set.of("string"))));
    filter.setRequired(List.of("field", "op", "values"));
  }

  private static void answer(OpenAPI api) {
    Schema<?> value =
        new Schema<>().types(new TreeSet<>(List.of("string", "number", "boolean", "null")));
    schema(api, "Answer").addProperty("rows", list(list(value)));
    schema(api, "Column").addProperty("type", words(Answer.Type.values()));
    schema(api, "Column").addProperty("role", words(Answer.Role.values()));
    schema(api, "AnswerMeta").addProperty("source", words(Answer.Source.values()));
  }

  /** What the live counter sends; server-sent events have no form of their own in the text. */
  private static Schema<?> now() {
    Schema<?> now = new Schema<>().types(Set.of("object"));
    now.addProperty("visitors", number("integer"));
    now.addProperty("events_per_second", number("number"));
    now.addProperty("watermark", number("integer"));
    now.addProperty("at", new Schema<>().types(Set.of("string")).format("date-time"));
    now.setRequired(List.of("visitors", "events_per_second", "watermark", "at"));
    return now;
  }

  private static Schema<?> number(String type) {
    return new Schema<>().types(Set.of(type));
  }

  private static Schema<?> schema(OpenAPI api, String name) {
    Schema<?> schema = api.getComponents().getSchemas().get(name);
    if (schema == null) {
      throw new IllegalStateException("the API's description lacks " + name);
    }
    return schema;
  }

  private static Schema<?> reference(String name) {
    return new Schema<>().$ref("#/components/schemas/" + name);
  }

  static Schema<?> list(Schema<?> of) {
    Schema<Object> list = new Schema<>();
    list.setTypes(Set.of("array"));
    list.setItems(of);
    return list;
  }

  static Schema<String> words(Enum<?>[] values) {
    return text(Arrays.stream(values).map(Words::write).toArray(String[]::new));
  }

  static Schema<String> text(String... allowed) {
    Schema<String> schema = new Schema<>();
    schema.setTypes(Set.of("string"));
    schema.setEnum(List.of(allowed));
    return schema;
  }
}
