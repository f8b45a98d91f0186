package io.vitrine.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that a device makes of a shared secret and the time (RFC 6238 with SHA-1 and
 * steps of 30 seconds, which every authenticator app knows).
 */
final class Totp {

  static final int DIGITS = 6;
  static final Duration STEP = Duration.ofSeconds(30);

  private static final String ALGORITHM = "HmacSHA1";

  /** A device's clock may be one step off. */
  private static final int TOLERANCE = 1;

  private Totp() {}

  /** The time step of a code that holds now; empty for any other text. */
  static OptionalLong step(byte[] secret, String code, Instant now) {
    long present = now.getEpochSecond() / STEP.toSeconds();
    OptionalLong found = OptionalLong.empty();
    for (long step = present - TOLERANCE; step <= present + TOLERANCE; step++) {
      // All steps are looked at, so that the time tells nothing.
      if (same(code(secret, step, DIGITS), code)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** The code of a time step (RFC 4226, section 5.3). */
  static String code(byte[] secret, long step, int digits) {
    byte[] hash = hash(secret, step);
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
    int modulus = (int) Math.pow(10, digits);
    return String.format(Locale.ROOT, "%0" + digits + "d", number % modulus);
  }

  private static byte[] hash(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
