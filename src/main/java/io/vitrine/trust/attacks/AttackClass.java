package io.vitrine.trust.attacks;

import java.util.Locale;

/** What an attacker is after. Numbers of weaknesses are MITRE's (CWE). */
public enum AttackClass {
  SQL_INJECTION(Category.INJECTION, 89, Severity.CRITICAL),
  NOSQL_INJECTION(Category.INJECTION, 943, Severity.CRITICAL),
  LDAP_INJECTION(Category.INJECTION, 90, Severity.HIGH),
  XPATH_INJECTION(Category.INJECTION, 643, Severity.HIGH),
  COMMAND_INJECTION(Category.INJECTION, 78, Severity.CRITICAL),
  CODE_INJECTION(Category.INJECTION, 94, Severity.CRITICAL),
  TEMPLATE_INJECTION(Category.INJECTION, 1336, Severity.CRITICAL),
  NAME_LOOKUP(Category.INJECTION, 917, Severity.CRITICAL),
  DESERIALISATION(Category.INJECTION, 502, Severity.CRITICAL),
  PROTOTYPE_POLLUTION(Category.INJECTION, 1321, Severity.HIGH),
  XML_EXTERNAL_ENTITY(Category.INJECTION, 611, Severity.HIGH),
  HEADER_INJECTION(Category.INJECTION, 113, Severity.MEDIUM),
  CROSS_SITE_SCRIPTING(Category.CROSS_SITE, 79, Severity.HIGH),
  CROSS_SITE_REQUEST_FORGERY(Category.CROSS_SITE, 352, Severity.HIGH),
  OPEN_REDIRECT(Category.CROSS_SITE, 601, Severity.MEDIUM),
  PATH_TRAVERSAL(Category.FILES, 22, Severity.HIGH),
  LOCAL_FILE_INCLUSION(Category.FILES, 98, Severity.HIGH),
  REMOTE_FILE_INCLUSION(Category.FILES, 98, Severity.HIGH),
  MALICIOUS_UPLOAD(Category.FILES, 434, Severity.HIGH),
  WEB_SHELL(Category.FILES, 506, Severity.CRITICAL),
  BRUTE_FORCE(Category.AUTHENTICATION, 307, Severity.HIGH),
  CREDENTIAL_STUFFING(Category.AUTHENTICATION, 307, Severity.HIGH),
  TOKEN_TAMPERING(Category.AUTHENTICATION, 347, Severity.HIGH),
  ACCOUNT_CREATION(Category.AUTHENTICATION, 837, Severity.MEDIUM),
  SESSION_FIXATION(Category.SESSION, 384, Severity.MEDIUM),
  SESSION_HIJACK(Category.SESSION, 294, Severity.HIGH),
  SERVER_SIDE_REQUEST_FORGERY(Category.ACCESS, 918, Severity.HIGH),
  OBJECT_WALKING(Category.ACCESS, 639, Severity.HIGH),
  PRIVILEGE_ESCALATION(Category.ACCESS, 269, Severity.MEDIUM),
  MASS_ASSIGNMENT(Category.ACCESS, 915, Severity.HIGH),
  PARAMETER_TAMPERING(Category.ACCESS, 472, Severity.MEDIUM),
  SENSITIVE_FILE_PROBE(Category.DISCLOSURE, 538, Severity.MEDIUM),
  SCANNER(Category.DISCLOSURE, 200, Severity.LOW),
  SECRET_EXPOSURE(Category.DISCLOSURE, 598, Severity.LOW),
  FINGERPRINTING(Category.DISCLOSURE, 200, Severity.LOW),
  INFORMATION_LEAK(Category.DISCLOSURE, 209, Severity.MEDIUM),
  DATA_EXFILTRATION(Category.DISCLOSURE, 359, Severity.HIGH),
  METHOD_ABUSE(Category.PROTOCOL, 650, Severity.LOW),
  REQUEST_SMUGGLING(Category.PROTOCOL, 444, Severity.HIGH),
  PROTOCOL_ABUSE(Category.PROTOCOL, 20, Severity.LOW),
  DENIAL_OF_SERVICE(Category.DENIAL, 400, Severity.MEDIUM),
  GRAPHQL_ABUSE(Category.DENIAL, 770, Severity.MEDIUM),
  DENIAL_OF_INVENTORY(Category.DENIAL, 799, Severity.LOW),
  SCRAPING(Category.AUTOMATION, 799, Severity.LOW),
  CARD_TESTING(Category.AUTOMATION, 799, Severity.HIGH),
  COUPON_GUESSING(Category.AUTOMATION, 799, Severity.MEDIUM),
  CASHING_OUT(Category.AUTOMATION, 799, Severity.HIGH),
  SCALPING(Category.AUTOMATION, 799, Severity.MEDIUM),
  EXPEDITING(Category.AUTOMATION, 799, Severity.LOW),
  SNIPING(Category.AUTOMATION, 799, Severity.LOW),
  SKEWING(Category.AUTOMATION, 837, Severity.LOW),
  AD_FRAUD(Category.AUTOMATION, 799, Severity.LOW),
  CAPTCHA_DEFEAT(Category.AUTOMATION, 804, Severity.LOW),
  ACCOUNT_AGGREGATION(Category.AUTOMATION, 799, Severity.LOW),
  SPAM(Category.AUTOMATION, 799, Severity.LOW),
  ATTACK_CHAIN(Category.CHAIN, 693, Severity.CRITICAL);

  /** What attacks have in common. */
  public enum Category {
    INJECTION,
    CROSS_SITE,
    FILES,
    AUTHENTICATION,
    SESSION,
    ACCESS,
    DISCLOSURE,
    PROTOCOL,
    DENIAL,
    AUTOMATION,
    CHAIN
  }

  private final Category category;
  private final int weakness;
  private final Severity severity;

  AttackClass(Category category, int weakness, Severity severity) {
    this.category = category;
    this.weakness = weakness;
    this.severity = severity;
  }

  public Category category() {
    return category;
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
