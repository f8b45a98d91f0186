package io.vitrine.accounts;

import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.model.Scope;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Whom an endpoint is for, as its {@link Needs} or {@link Public} says.
 *
 * @param role the lowest role; empty when it is for everybody
 * @param scopes scopes of keys that may call it too
 * @param whilePasswordIsDue whether it serves people who have to choose a new password or set up a
 *     second factor first
 */
public record Rule(Optional<Role> role, List<Scope> scopes, boolean whilePasswordIsDue) {

  private static final Rule EVERYBODY = new Rule(Optional.empty(), List.of(), true);

  /** The rule of an endpoint: that of its method, else that of its class; empty without one. */
  public static Optional<Rule> of(HandlerMethod endpoint) {
    return on(endpoint.getMethod()).or(() -> on(endpoint.getBeanType()));
  }

  /** Whether everybody may call it. */
  public boolean isPublic() {
    return role.isEmpty();
  }

  /** Whether some key may call it; a key that reads acts as a viewer. */
  public boolean admitsKeys() {
    return !scopes.isEmpty() || role.filter(Role.VIEWER::covers).isPresent();
  }

  /** Refuses a caller that the rule does not name. */
  void check(Caller caller) {
    if (!admits(caller)) {
      throw forbidden("role_too_low", caller.name() + " may not do this; it needs " + this);
    }
    if (caller.passwordDue() && !whilePasswordIsDue) {
      throw forbidden("password_change_due", "choose a new password first");
    }
    if (caller.secondFactorDue() && !whilePasswordIsDue) {
      throw forbidden("second_factor_due", "set up a second factor first");
    }
  }

  private boolean admits(Caller caller) {
    boolean byKey = scopes.stream().anyMatch(scope -> scope == caller.scope());
    return role.isEmpty() || caller.may(role.get()) || byKey;
  }

  /** For people: the role, and the keys that do instead. */
  @Override
  public String toString() {
    String keys =
        scopes.stream()
            .map(scope -> " or a key with scope " + scope.wireName())
            .collect(Collectors.joining());
    return role.map(lowest -> "the role " + lowest.wireName() + keys).orElse("nothing");
  }

  private static Optional<Rule> on(AnnotatedElement place) {
    if (AnnotatedElementUtils.hasAnnotation(place, Public.class)) {
      return Optional.of(EVERYBODY);
    }
    return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(place, Needs.class))
        .map(Rule::of);
  }

  private static Rule of(Needs needs) {
    return new Rule(Optional.of(needs.value()), List.of(needs.orKey()), needs.whilePasswordIsDue());
  }

  private static Problem forbidden(String code, String message) {
    return new Problem(code, Problem.Category.FORBIDDEN, message);
  }
}
