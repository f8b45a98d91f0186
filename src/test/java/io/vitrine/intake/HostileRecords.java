package io.vitrine.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Records that no honest sender sends, each on one line, with its structure whole. */
final class HostileRecords {

  private static final List<Function<Random, String>> KINDS =
      List.of(
          random ->
              "{\"type\":\"view\",\"price\":"
                  + pick(random, "NaN", "-Infinity", "1e400", "01", "+1", "--1", ".5", "1.")
                  + "}",
          random ->
              "{\"type\":\"view\",\"price\":\""
                  + pick(random, "12,5", "$1", "NaN", "1e400", "0x10", "1 000", "-3")
                  + "\"}",
          random ->
              "{\"type\":\"view\",\"quantity\":"
                  + pick(random, "0", "-1", "1.5", "[]", "9".repeat(30), "9".repeat(3_000))
                  + "}",
          random ->
              "{\"type\":\"view\",\"timestamp\":\""
                  + pick(
                      random,
                      "2023-02-29",
                      "0000-00-00",
                      "32/13/2024",
                      "tomorrow",
                      "9999-12-31T23:59:59Z",
                      "-1",
                      "1e9",
                      "١٢٣٤")
                  + "\"}",
          random ->
              "{\"type\":\"view\",\"timestamp\":"
                  + pick(
                      random,
                      "-9223372036854775808",
                      "9223372036854775807",
                      "1e300",
                      "99999999999999",
                      "true",
                      "{}")
                  + "}",
          random ->
              "{\"type\":\"view\",\"amount\":5,\"currency\":\""
                  + pick(random, "XYZ", "euro", "€", "E\\u0000R", "ı", "TRİ")
                  + "\"}",
          random ->
              "{\"type\":\""
                  + pick(
                      random,
                      "é",
                      "a/b",
                      "DROP TABLE;--",
                      "\\u0000",
                      "İ",
                      "x".repeat(65),
                      "\\ud800")
                  + "\"}",
          random -> "{\"type\":" + pick(random, "{}", "[\"view\"]", "tru", "'view'") + "}",
          random -> wide(random.nextInt(2_000) + 1_001),
          random -> "{\"type\":\"view\",\"x\":" + "[".repeat(random.nextInt(3_000) + 64) + "CLOSE",
          random ->
              "{\"type\":\"view\",\"x\":"
                  + "{\"y\":".repeat(random.nextInt(500) + 64)
                  + "1"
                  + "CLOSE",
          random ->
              "{\"type\":\"view\",\"items\":[{\"id\":\"a\"},"
                  + pick(
                      random,
                      "1",
                      "null",
                      "{}",
                      "{\"id\":[]}",
                      "{\"id\":\"b\",\"quantity\":0}",
                      "{\"id\":\"b\",\"price\":\"x\"}")
                  + "]}",
          random ->
              "{\"type\":\"exposure\",\"experiment\":\"e\""
                  + pick(random, "", ",\"variant\":\"a\"", ",\"variant\":\"\",\"visitor_id\":\"v\"")
                  + "}",
          random -> "{\"type\":\"refund\",\"amount\":" + random.nextInt(100) + "}",
          random -> "{\"visitor_id\":\"a\\u0007b\",\"type\":\"view\"}",
          random ->
              "{\"product_id\":\""
                  + "p".repeat(129 + random.nextInt(900))
                  + "\",\"type\":\"view\"}",
          random -> "{\"type\":\"view\" \"price\":1}",
          random -> "{\"type\":\"view\",\"x\":\"\\" + pick(random, "q", "u12", "x41") + "\"}",
          random -> "{type:\"view\"}",
          random -> "{\"" + "n".repeat(257 + random.nextInt(50_000)) + "\":1,\"type\":\"view\"}",
          random ->
              pick(
                  random,
                  "7",
                  "null",
                  "true",
                  "\"view\"",
                  "[]",
                  "[{\"type\":\"view\"}]",
                  "{}",
                  "-",
                  "nope"),
          random ->
              "{\"type\":\"view\",\"message\":\""
                  + "m".repeat((1 << 20) + random.nextInt(10))
                  + "\"}",
          random -> "{\"type\":\"view\",\"x\":" + "1".repeat(101 + random.nextInt(5_000)) + "}");

  private HostileRecords() {}

  /** A bad record; brackets match and texts end. */
  static byte[] one(Random random) {
    if (random.nextInt(20) == 0) {
      return invalidUtf8(random);
    }
    String text = KINDS.get(random.nextInt(KINDS.size())).apply(random);
    return closed(text).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] invalidUtf8(Random random) {
    byte[] bytes = "{\"type\":\"view\",\"page_title\":\"????\"}".getBytes(StandardCharsets.UTF_8);
    int at = bytes.length - 5;
    byte[][] wrong = {
      {(byte) 0xC0, (byte) 0x80},
      {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
      {(byte) 0xFF},
      {(byte) 0x80},
      {(byte) 0xF8, (byte) 0x88},
      {(byte) 0xE2, (byte) 0x82}
    };
    byte[] chosen = wrong[random.nextInt(wrong.length)];
    System.arraycopy(chosen, 0, bytes, at, chosen.length);
    return bytes;
  }

  private static String closed(String text) {
    if (!text.endsWith("CLOSE")) {
      return text;
    }
    StringBuilder closed = new StringBuilder(text.substring(0, text.length() - 5));
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == '[' || c == '{') {
        closed.append(c == '[' ? ']' : '}');
      }
    }
    return closed.toString();
  }

  private static String wide(int fields) {
    StringBuilder text = new StringBuilder("{\"type\":\"view\"");
    for (int i = 0; i < fields; i++) {
      text.append(",\"f").append(i).append("\":").append(i);
    }
    return text.append('}').toString();
  }

  private static String pick(Random random, String... texts) {
    return texts[random.nextInt(texts.length)];
  }
}
