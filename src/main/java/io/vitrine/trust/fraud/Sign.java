package io.vitrine.trust.fraud;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An indicator of a score.
 *
 * @param name of the indicator; {@code anomaly} is the model of anomalies
 * @param points that it gave, with one digit after the point
 * @param why in English, with the values
 * @param values the values by name
 * @param window how far was looked back, such as 5m; null when it was not
 * @param evidence ids of the payments that it rests on, at most the newest 20
 */
@Schema(name = "FraudIndicator")
record Sign(
    String name,
    double points,
    String why,
    Map<String, Object> values,
    @Nullable String window,
    List<String> evidence) {}
