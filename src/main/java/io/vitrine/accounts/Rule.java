package io.vitrine.accounts;

import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.model.Scope;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Whom an endpoint is for, as its {@link Needs} or {@link Public} says.
 *
 * @param role the lowest role; null when it is for everybody
 * @param scopes scopes of keys that may call it too
 * @param whilePasswordIsDue whether it serves people who have to choose a new password first
 */
public record Rule(@Nullable Role role, List<Scope> scopes, boolean whilePasswordIsDue) {

  private static final Rule EVERYBODY = new Rule(null, List.of(), true);

  /** The rule of an endpoint: that of its method, else that of its class; empty without one. */
  public static Optional<Rule> of(HandlerMethod endpoint) {
    return on(endpoint.getMethod()).or(() -> on(endpoint.getBeanType()));
  }

  /** Whether everybody may call it. */
  public boolean isPublic() {
    return role == null;
  }

  /** Refuses a caller that the rule does not name. */
  void check(Caller caller) {
    if (role == null) {
      return;
    }
    if (!caller.may(role) && !scopes.contains(caller.scope())) {
      throw forbidden("role_too_low", caller.name() + " may not do this; it needs " + this);
    }
    if (caller.passwordDue() && !whilePasswordIsDue) {
      throw forbidden("password_change_due", "choose a new password first");
    }
  }

  /** For people: the role, and the keys that do instead. */
  @Override
  public String toString() {
    if (role == null) {
      return "nothing";
    }
    String keys =
        scopes.stream()
            .map(scope -> " or a key with scope " + scope.wireName())
            .collect(Collectors.joining());
    return "the role " + role.wireName() + keys;
  }

  private static Optional<Rule> on(AnnotatedElement place) {
    if (AnnotatedElementUtils.hasAnnotation(place, Public.class)) {
      return Optional.of(EVERYBODY);
    }
    return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(place, Needs.class))
        .map(
            needs ->
                new Rule(needs.value(), Arrays.asList(needs.orKey()), needs.whilePasswordIsDue()));
  }

  private static Problem forbidden(String code, String message) {
    return new Problem(code, Problem.Category.FORBIDDEN, message);
  }
}
