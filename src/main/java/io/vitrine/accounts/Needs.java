package io.vitrine.accounts;

import io.vitrine.model.Role;
import io.vitrine.model.Scope;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says who may call an endpoint: people with this role or a higher one. On a controller it stands
 * for all its methods. The program does not start with an endpoint that has neither this nor {@link
 * Public}.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

  /** The lowest role that may call it. */
  Role value();

  /** Programs with a key of one of these scopes may call it too. A READ key acts as a viewer. */
  Scope[] orKey() default {};

  /**
   * Whether a person who has to choose a new password or set up a second factor first may call it.
   */
  boolean whilePasswordIsDue() default false;
}
