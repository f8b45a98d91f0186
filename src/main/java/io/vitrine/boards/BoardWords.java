package io.vitrine.boards;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.vitrine.model.Grain;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Names in the API's description what a chart may say. */
@Component
class BoardWords implements GlobalOpenApiCustomizer {

  @Override
  public void customise(OpenAPI api) {
    Schema<?> plan = api.getComponents().getSchemas().get("ChartPlan");
    if (plan == null) {
      throw new IllegalStateException("the API's description lacks ChartPlan");
    }
    plan.addProperty("drawing", words(Drawing.values()));
    plan.addProperty("metrics", list("MetricName"));
    plan.addProperty("by", list("DimensionName"));
    Schema<String> grain = words(Grain.values());
    grain.setTypes(new TreeSet<>(List.of("string", "null")));
    plan.addProperty("grain", grain);
    plan.addProperty("filters", list("Filter"));
    Schema<String> logs = words(LogChart.values());
    logs.setTypes(new TreeSet<>(List.of("string", "null")));
    plan.addProperty("logs", logs);
    plan.setRequired(List.of("drawing", "metrics"));
  }

  private static Schema<?> list(String of) {
    Schema<Object> list = new Schema<>();
    list.setTypes(Set.of("array"));
    list.setItems(new Schema<>().$ref("#/components/schemas/" + of));
    return list;
  }

  static Schema<String> words(Enum<?>[] values) {
    Schema<String> schema = new Schema<>();
    schema.setTypes(Set.of("string"));
    schema.setEnum(Arrays.stream(values).map(Names::of).toList());
    return schema;
  }
}
