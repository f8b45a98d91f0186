package io.vitrine.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes random secrets and the hashes that are kept of them. */
final class Secrets {

  private static final int BYTES = 32;

  /** Without characters that look alike. */
  private static final String READABLE = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  /** The same for people who do not look at capital letters. */
  private static final String LOWER = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int RECOVERY_HALF = 5;

  private final SecureRandom random;

  Secrets(SecureRandom random) {
    this.random = random;
  }

  /** 256 random bits in URL-safe characters after a prefix that tells what they are for. */
  String token(String prefix) {
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(BYTES));
  }

  /** A password that people can copy from a terminal, of about 115 bits. */
  String password() {
    return readable(READABLE, 20);
  }

  /** A code that people write down, of about 49 bits, such as {@code k7m2p-x9wq4}. */
  String recoveryCode() {
    return readable(LOWER, RECOVERY_HALF) + "-" + readable(LOWER, RECOVERY_HALF);
  }

  /** Random bytes. */
  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private String readable(String letters, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  /** What is kept of a token. It needs no salt: the token itself is random. */
  static String hash(String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
