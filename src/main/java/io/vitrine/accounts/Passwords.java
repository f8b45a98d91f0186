package io.vitrine.accounts;

import io.vitrine.model.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Which passwords are good enough, and their hashes. bcrypt reads 72 bytes at most and stops at a
 * zero byte, so it gets the Base64 form of the password's SHA-384.
 */
final class Passwords {

  private static final int SHORTEST = 12;
  private static final int LONGEST = 128;
  private static final int SALT_AND_HASH = 53;
  private static final Set<String> COMMON = common();

  private final BCryptPasswordEncoder bcrypt;
  private final String nobodys;

  Passwords(int cost) {
    this.bcrypt = new BCryptPasswordEncoder(cost);
    this.nobodys = nobodys(cost);
  }

  String hash(String password) {
    return Objects.requireNonNull(bcrypt.encode(digest(password)));
  }

  boolean matches(String password, String hash) {
    return bcrypt.matches(digest(password), hash);
  }

  /** A hash of that cost that no password is known to have; making a real one takes long. */
  static String nobodys(int cost) {
    return String.format(Locale.ROOT, "$2a$%02d$", cost) + ".".repeat(SALT_AND_HASH);
  }

  /** Takes as long as {@link #matches} for an account that does not exist. */
  void matchNobody(String password) {
    bcrypt.matches(digest(password), nobodys);
  }

  /**
   * Refuses a password that is too short, too long, well known or made of the account's name.
   *
   * @throws Problem of category CALLER that names the rule, never the password
   */
  static void check(String password, String username) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST) {
      throw weak("has " + length + " characters; it needs " + SHORTEST + " to " + LONGEST);
    }
    String folded = password.toLowerCase(Locale.ROOT);
    if (COMMON.contains(folded) || folded.chars().distinct().count() < 4) {
      throw weak("is one of the first that anybody would try");
    }
    if (username.length() >= 4 && folded.contains(username.toLowerCase(Locale.ROOT))) {
      throw weak("contains the name of the account");
    }
  }

  private static Problem weak(String why) {
    return Problem.caller("weak_password", "the password " + why);
  }

  private static String digest(String password) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-384").digest(password.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-384", e);
    }
  }

  private static Set<String> common() {
    try (InputStream stream = Passwords.class.getResourceAsStream("common-passwords.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
