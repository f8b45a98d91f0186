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
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BCryptPasswordEncoder bcrypt;
  private final String nobodys;

  /**
   * A hash keeps a processor busy for a quarter of a second. Half of the processors is for those
   * who sign in, however many do: a flood of wrong passwords from many addresses stops neither
   * events nor pages.
   */
  private final Semaphore turns;

  private final Duration patience;

  Passwords(int cost) {
    this(cost, Math.max(1, Runtime.getRuntime().availableProcessors() / 2), PATIENCE);
  }

  Passwords(int cost, int atOnce, Duration patience) {
    this.bcrypt = new BCryptPasswordEncoder(cost);
    this.nobodys = nobodys(cost);
    this.turns = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  String hash(String password) {
    return inTurn(() -> Objects.requireNonNull(bcrypt.encode(digest(password))));
  }

  boolean matches(String password, String hash) {
    return inTurn(() -> bcrypt.matches(digest(password), hash));
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Problem.load(
            "sign_in_busy", "too many people sign in at once; try again", Duration.ofSeconds(10));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the program ends", e);
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  /** A hash of that cost that no password is known to have; making a real one takes long. */
  static String nobodys(int cost) {
    return String.format(Locale.ROOT, "$2a$%02d$", cost) + ".".repeat(SALT_AND_HASH);
  }

  /** Takes as long as {@link #matches} for an account that does not exist. */
  void matchNobody(String password) {
    boolean _ = matches(password, nobodys);
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
