package io.vitrine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * An answer as it goes over the wire: the JDK's client keeps what comes after the end to itself.
 *
 * @param text what was written
 * @param fingerprint the trailer that it asks for
 * @param trailers the lines after its end
 */
public record Download(String text, String fingerprint, List<String> trailers) {

  /** Asks and reads; the answer has to be in chunks. */
  public static Download of(int port, String token, String method, String path, String body)
      throws IOException {
    String answer = raw(port, token, method + " " + path + " HTTP/1.1", body);
    int at = answer.indexOf("\r\n\r\n") + 4;
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (int size = size(answer, at); size > 0; size = size(answer, at)) {
      int from = answer.indexOf("\r\n", at) + 2;
      content.writeBytes(answer.substring(from, from + size).getBytes(StandardCharsets.ISO_8859_1));
      at = from + size + 2;
    }
    return new Download(
        content.toString(StandardCharsets.UTF_8),
        "X-SHA256: " + sha256(content.toByteArray()),
        answer.substring(at).lines().skip(1).toList());
  }

  /** The whole answer, each byte a sign. */
  public static String raw(int port, String token, String line, String body) throws IOException {
    String request =
        "%s\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(line, token, body.getBytes(StandardCharsets.UTF_8).length, body);
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static int size(String answer, int at) {
    return Integer.parseInt(answer.substring(at, answer.indexOf("\r\n", at)), 16);
  }
}
