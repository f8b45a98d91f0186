package io.vitrine.accounts;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Fails the start when an endpoint does not say whom it is for. */
final class Declared implements SmartInitializingSingleton {

  /** The API's description, the only endpoints that are not ours. */
  private static final String FOREIGN = "org.springdoc.";

  private final List<RequestMappingHandlerMapping> mappings;

  Declared(List<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  static boolean isForeign(HandlerMethod endpoint) {
    return endpoint.getBeanType().getName().startsWith(FOREIGN);
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> silent =
        mappings.stream()
            .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
            .filter(endpoint -> !isForeign(endpoint) && Rule.of(endpoint).isEmpty())
            .map(HandlerMethod::getShortLogMessage)
            .sorted()
            .toList();
    if (!silent.isEmpty()) {
      throw new IllegalStateException(
          "these endpoints have neither @Needs nor @Public: " + String.join(", ", silent));
    }
  }
}
