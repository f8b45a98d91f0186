package io.vitrine.web;

import io.vitrine.accounts.Credentials;
import io.vitrine.limits.Limits;
import io.vitrine.model.Problem;
import java.time.Clock;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * What stands before the endpoints. Who may call which is decided at the endpoint itself, by {@link
 * io.vitrine.accounts.Needs}; here the firewall refuses malformed requests, and nothing is kept
 * between two requests. There is no CSRF token: no endpoint but the refresh takes a cookie, and
 * that one is SameSite and looks at the origin.
 */
@Configuration(proxyBeanMethods = false)
class Security {

  /** Room for those who only watch. */
  private static final int BEFORE_IT = 10;

  @Bean
  FilterRegistrationBean<Edge> edge(
      WebSettings settings,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    Edge edge =
        new Edge(
            new Networks(settings.trustedProxies()),
            settings.bodyLimit().toBytes(),
            problems,
            settings.dashboardsOrigin());
    FilterRegistrationBean<Edge> registration = new FilterRegistrationBean<>(edge);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + BEFORE_IT);
    return registration;
  }

  /** Comes after the edge, which knows the client's address, and before all else. */
  @Bean
  FilterRegistrationBean<RateFilter> rateFilter(
      Credentials credentials,
      Limits limits,
      Clock clock,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    FilterRegistrationBean<RateFilter> registration =
        new FilterRegistrationBean<>(new RateFilter(credentials, limits, clock, problems));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return registration;
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusalsOfTheServer() {
    return server ->
        server.addContextCustomizers(
            context -> {
              StandardHost host = (StandardHost) context.getParent();
              host.setErrorReportValveClass(Refusals.class.getName());
            });
  }

  @Bean
  SecurityFilterChain chain(HttpSecurity http) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  @Bean
  RequestRejectedHandler malformedRequests(
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    return (request, response, refusal) ->
        problems.resolveException(
            request,
            response,
            null,
            Problem.caller(
                "malformed_request", "the address or a header of the request is malformed"));
  }
}
