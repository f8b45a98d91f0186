package io.vitrine.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.vitrine.model.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a provider answers is outside, and may be anything. */
class OidcProviderTest {

  private static final int MORE_THAN_ANYBODY_READS = 512;

  @Test
  void anAnswerWithoutAnEndIsNotReadToItsEnd() throws IOException {
    byte[] some = " ".repeat(256 * 1024).getBytes(StandardCharsets.UTF_8);
    AtomicLong sent = new AtomicLong();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i < MORE_THAN_ANYBODY_READS; i++) {
              body.write(some);
              sent.addAndGet(some.length);
            }
          }
        });
    server.start();
    try {
      OidcProvider provider =
          new OidcProvider(settings(server.getAddress().getPort()), Clock.systemUTC());
      assertThatThrownBy(() -> provider.authorization("state", "nonce", "challenge"))
          .isInstanceOfSatisfying(
              Problem.class, problem -> assertThat(problem.code()).isEqualTo("oidc_failed"));
      assertThat(sent.get()).isLessThan((long) MORE_THAN_ANYBODY_READS * some.length);
    } finally {
      server.stop(0);
    }
  }

  private static OidcSettings settings(int port) {
    return new OidcSettings(
        "http://127.0.0.1:" + port,
        "Single sign-on",
        "vitrine",
        "",
        "http://localhost:8050",
        "openid",
        "",
        Map.of(),
        null,
        false,
        false);
  }
}
