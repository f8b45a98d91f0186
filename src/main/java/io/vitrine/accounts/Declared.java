package io.vitrine.accounts;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Fails the start when an endpoint does not say whom it is for. */
final class Declared implements SmartInitializingSingleton {

  /**
   * The only endpoints that are not ours: the API's description, and what answers OPTIONS with the
   * methods of an address.
   */
  private static final List<String> FOREIGN =
      List.of(
          "org.springdoc.",
          "org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping$");

  private final List<RequestMappingHandlerMapping> mappings;

  Declared(List<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  static boolean isForeign(HandlerMethod endpoint) {
    String type = endpoint.getBeanType().getName();
    return FOREIGN.stream().anyMatch(type::startsWith);
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
