package io.vitrine.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person must know when the product is ready.
 *
 * @param address where to go
 * @param signIn how to sign in
 * @param result the same for a program
 */
record Greeting(String address, String signIn, Map<String, Object> result) {

  static Greeting of(RunningServer server, Path data) {
    String address = "http://localhost:" + server.port();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("address", address);
    result.put("data", data.toString());
    return server
        .firstAdministrator()
        .map(admin -> first(address, admin, result))
        .orElseGet(() -> new Greeting(address, "with the password you chose", result));
  }

  private static Greeting first(
      String address, RunningServer.FirstAdministrator admin, Map<String, Object> result) {
    result.put("username", admin.username());
    result.put("password", admin.password());
    String signIn = admin.username() + " with " + admin.password() + " (shown this once)";
    return new Greeting(address, signIn, result);
  }

  String words() {
    return "Vitrine is ready: " + address + "\nSign in: " + signIn + "\nStop it with Ctrl C.";
  }

  /** The result with more in it. */
  Map<String, Object> result(Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(result);
    all.putAll(more);
    return all;
  }
}
