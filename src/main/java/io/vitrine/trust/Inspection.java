package io.vitrine.trust;

import io.vitrine.trust.Part.Place;
import io.vitrine.trust.attacks.AttackClass;
import io.vitrine.trust.attacks.Detector;
import io.vitrine.trust.attacks.Evidence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads one request and says what it tries: each part by itself, then the request as a whole. */
final class Inspection {

  /** What a browser writes about itself has brackets and semicolons, and reaches no shell. */
  private static final Set<AttackClass> IN_HEADERS =
      EnumSet.of(
          AttackClass.SQL_INJECTION,
          AttackClass.CROSS_SITE_SCRIPTING,
          AttackClass.COMMAND_INJECTION,
          AttackClass.CODE_INJECTION,
          AttackClass.NAME_LOOKUP,
          AttackClass.TEMPLATE_INJECTION,
          AttackClass.DESERIALISATION,
          AttackClass.PATH_TRAVERSAL,
          AttackClass.HEADER_INJECTION,
          AttackClass.XML_EXTERNAL_ENTITY);

  private static final String HIDDEN = "(hidden)";

  private Inspection() {}

  static List<Suspicion> of(Exchange exchange) {
    List<Suspicion> found = new ArrayList<>();
    read(new Part(Place.PATH, "", exchange.path()), found);
    for (Part part : exchange.parts()) {
      read(part, found);
    }
    RequestRules.judge(exchange, found);
    return found;
  }

  private static void read(Part part, List<Suspicion> found) {
    Set<AttackClass> seen = EnumSet.noneOf(AttackClass.class);
    for (Evidence evidence : Detector.inspect(part.value())) {
      add(part, evidence, seen, found);
    }
    if (!part.name().isEmpty() && part.place() != Place.HEADER) {
      for (Evidence evidence : Detector.inspect(part.name())) {
        add(part, evidence, seen, found);
      }
    }
  }

  private static void add(
      Part part, Evidence evidence, Set<AttackClass> seen, List<Suspicion> found) {
    boolean inHeader = part.place() == Place.HEADER || part.place() == Place.COOKIE;
    boolean address = part.place() == Place.PATH && isOfValue(evidence);
    boolean harmless = inHeader && !isForHeaders(evidence);
    if (harmless || address || !seen.add(evidence.kind())) {
      return;
    }
    Evidence told =
        part.isSecret() ? new Evidence(evidence.kind(), evidence.rule(), HIDDEN) : evidence;
    found.add(Suspicion.of(part, told));
  }

  /** A name behind a semicolon is how browsers speak of themselves, not a command. */
  private static boolean isForHeaders(Evidence evidence) {
    boolean bare =
        evidence.rule().startsWith("command-") || evidence.rule().equals("only-a-command");
    return IN_HEADERS.contains(evidence.kind()) && !bare;
  }

  /** A path is an address by itself: that it names a file is a probe, that it leads on nothing. */
  private static boolean isOfValue(Evidence evidence) {
    return evidence.kind() == AttackClass.SERVER_SIDE_REQUEST_FORGERY
        || evidence.kind() == AttackClass.REMOTE_FILE_INCLUSION
        || evidence.rule().equals("file-of-program");
  }

  /** The part as it may be shown. */
  static String sample(Part part) {
    return part.isSecret() ? HIDDEN : part.value();
  }
}
