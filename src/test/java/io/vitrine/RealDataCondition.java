package io.vitrine;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Whether the file of a {@link RealData} test is there. */
final class RealDataCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return context
        .getElement()
        .flatMap(element -> AnnotationSupport.findAnnotation(element, RealData.class))
        .map(data -> evaluate(Path.of("..", "shared", "data").resolve(data.value())))
        .orElse(ConditionEvaluationResult.enabled("needs no real data"));
  }

  private static ConditionEvaluationResult evaluate(Path file) {
    if (Files.exists(file)) {
      return ConditionEvaluationResult.enabled(file + " is there");
    }
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(file + " is absent, and CI=true asks for it");
    }
    return ConditionEvaluationResult.disabled(file + " is absent: real data is not tested here");
  }
}
