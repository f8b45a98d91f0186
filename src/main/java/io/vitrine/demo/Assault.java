package io.vitrine.demo;

import java.util.List;

/** An attack as the gateway's request log shows it. */
enum Assault {
  SQL_INJECTION(
      "GET",
      403,
      60,
      "sqlmap/1.8.4#stable (https://sqlmap.org)",
      "/search?q=' OR '1'='1' --",
      "/products?id=1 UNION SELECT username,password FROM users--",
      "/products?id=1;WAITFOR DELAY '0:0:5'--",
      "/search?q=1' AND SLEEP(5)#"),
  PATH_TRAVERSAL(
      "GET",
      404,
      40,
      "curl/8.5.0",
      "/static/../../../../etc/passwd",
      "/download?file=..%2f..%2f..%2fetc%2fshadow",
      "/images/....//....//windows/win.ini"),
  BRUTE_FORCE("POST", 401, 140, "python-requests/2.32.3", "/login"),
  CROSS_SITE_SCRIPT(
      "GET",
      400,
      25,
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36",
      "/search?q=<script>alert(document.cookie)</script>",
      "/reviews?text=\"><img src=x onerror=alert(1)>"),
  COMMAND_INJECTION(
      "POST", 400, 18, "curl/8.5.0", "/export?name=report;cat /etc/passwd", "/ping?host=|id"),
  SCANNER(
      "GET",
      404,
      90,
      "Mozilla/5.0 (compatible; Nmap Scripting Engine)",
      "/.env",
      "/.git/config",
      "/wp-login.php",
      "/phpmyadmin/index.php",
      "/backup.zip",
      "/actuator/heapdump");

  private final String method;
  private final long status;
  private final int requests;
  private final String agent;

  @SuppressWarnings("ImmutableEnumChecker") // a list that nothing changes
  private final List<String> endpoints;

  Assault(String method, long status, int requests, String agent, String... endpoints) {
    this.method = method;
    this.status = status;
    this.requests = requests;
    this.agent = agent;
    this.endpoints = List.of(endpoints);
  }

  String method() {
    return method;
  }

  /** What the gateway answered. */
  long status() {
    return status;
  }

  int requests() {
    return requests;
  }

  String agent() {
    return agent;
  }

  String endpoint(Dice dice) {
    return dice.pick(endpoints);
  }
}
