package io.vitrine.siege;

import java.util.List;

/**
 * Something to try.
 *
 * @param name what, for people
 * @param group which of the groups it belongs to
 * @param kinds classes of findings one of which has to appear
 * @param severity the least severity of that finding
 * @param deed tries it; throws a {@link Breach} when it worked
 */
record Attack(String name, String group, List<String> kinds, String severity, Deed deed) {

  /** What is done to a target. */
  interface Deed {
    void to(Target target) throws Exception;
  }
}
