package io.vitrine.trust.attacks;

import java.util.Locale;

/** What an attacker wants a text to become. CWE numbers are MITRE's. */
public enum AttackClass {
  SQL_INJECTION(89, Severity.CRITICAL),
  NOSQL_INJECTION(943, Severity.CRITICAL),
  CROSS_SITE_SCRIPTING(79, Severity.HIGH),
  COMMAND_INJECTION(78, Severity.CRITICAL),
  CODE_INJECTION(94, Severity.CRITICAL),
  TEMPLATE_INJECTION(1336, Severity.CRITICAL),
  PATH_TRAVERSAL(22, Severity.HIGH),
  LOCAL_FILE_INCLUSION(98, Severity.HIGH),
  REMOTE_FILE_INCLUSION(98, Severity.HIGH),
  SERVER_SIDE_REQUEST_FORGERY(918, Severity.HIGH),
  XML_EXTERNAL_ENTITY(611, Severity.HIGH),
  LDAP_INJECTION(90, Severity.HIGH),
  XPATH_INJECTION(643, Severity.HIGH),
  DESERIALISATION(502, Severity.CRITICAL),
  PROTOTYPE_POLLUTION(1321, Severity.HIGH),
  HEADER_INJECTION(113, Severity.MEDIUM),
  MALICIOUS_UPLOAD(434, Severity.HIGH),
  SENSITIVE_FILE_PROBE(538, Severity.MEDIUM),
  SCANNER(200, Severity.LOW);

  private final int weakness;
  private final Severity severity;

  AttackClass(int weakness, Severity severity) {
    this.weakness = weakness;
    this.severity = severity;
  }

  /** Number of the weakness in the Common Weakness Enumeration. */
  public int weakness() {
    return weakness;
  }

  /** How bad it is when it works. */
  public Severity severity() {
    return severity;
  }

  /** Name in the API, in snake case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
