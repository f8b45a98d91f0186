package io.vitrine.siege;

import io.vitrine.siege.Target.Reply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Attacks a running product on this machine, one attack after the other. Each has to fail, and a
 * finding of its class has to appear within a minute.
 */
public final class Siege {

  private static final Duration NOTICED_WITHIN = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(150);
  private static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");

  private Siege() {}

  /**
   * What became of an attack.
   *
   * @param held whether the product withstood
   * @param noticed whether a finding of the right class and severity appeared
   * @param seconds from the attack to the finding
   * @param why it is not as it should be; null when it is
   */
  public record Outcome(
      String name,
      String group,
      List<String> expected,
      boolean held,
      boolean noticed,
      double seconds,
      @Nullable String why) {

    /** Held and noticed. */
    public boolean isWell() {
      return held && noticed;
    }
  }

  /**
   * Carries out all attacks.
   *
   * @param address of a product on this machine, such as http://127.0.0.1:8050
   * @param username of an administrator, who reads the findings
   * @param tell is told each outcome as it comes
   * @throws io.vitrine.model.Problem when the address is not of this machine or nobody can sign in
   */
  public static List<Outcome> lay(
      String address, String username, String password, Consumer<Outcome> tell)
      throws IOException, InterruptedException {
    List<Outcome> outcomes = new ArrayList<>();
    try (Target target = Target.at(address, username, password)) {
      target.token();
      for (Attack attack : Arsenal.all()) {
        Outcome outcome = carryOut(attack, target);
        outcomes.add(outcome);
        tell.accept(outcome);
      }
    }
    return outcomes;
  }

  private static Outcome carryOut(Attack attack, Target target)
      throws IOException, InterruptedException {
    Instant begin = Instant.now().minusMillis(1);
    String why = null;
    try {
      attack.deed().to(target);
    } catch (InterruptedException end) {
      throw end;
    } catch (Breach breach) {
      why = breach.getMessage();
    } catch (Exception failure) {
      why = "it could not be tried: " + failure;
    }
    Instant done = Instant.now();
    boolean noticed = isNoticed(attack, target, begin);
    double seconds = Duration.between(done, Instant.now()).toMillis() / 1000.0;
    String unseen =
        noticed ? null : "no finding of " + String.join(" or ", attack.kinds()) + " within 60 s";
    return new Outcome(
        attack.name(),
        attack.group(),
        attack.kinds(),
        why == null,
        noticed,
        seconds,
        why == null ? unseen : why);
  }

  private static boolean isNoticed(Attack attack, Target target, Instant begin)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(NOTICED_WITHIN);
    while (Instant.now().isBefore(end)) {
      for (String kind : attack.kinds()) {
        if (isFound(kind, attack.severity(), target, begin)) {
          return true;
        }
      }
      Target.pause(LOOK_EVERY);
    }
    return false;
  }

  private static boolean isFound(String kind, String least, Target target, Instant begin)
      throws IOException, InterruptedException {
    Reply reply = target.ask("/api/security/findings?limit=200&kind=" + kind);
    if (reply.status() == 429) {
      Target.pause(Duration.ofSeconds(2));
      return false;
    }
    for (JsonNode finding : reply.json().path("findings")) {
      boolean recent = !Instant.parse(finding.get("last_at").asString()).isBefore(begin);
      boolean severe = rank(finding.get("severity").asString()) >= rank(least);
      if (recent && severe) {
        return true;
      }
    }
    return false;
  }

  private static int rank(String severity) {
    return SEVERITIES.indexOf(severity.toLowerCase(Locale.ROOT));
  }
}
