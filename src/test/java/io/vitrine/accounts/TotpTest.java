package io.vitrine.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes are those of RFC 6238, Base32 is that of RFC 4648. */
class TotpTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6238, appendix B, the rows of SHA-1. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void aCodeIsThatOfTheStandard(long seconds, String code) {
    assertThat(Totp.code(SECRET, seconds / 30, 8)).isEqualTo(code);
  }

  /** RFC 4226, appendix D. */
  @ParameterizedTest
  @CsvSource({"0, 755224", "1, 287082", "2, 359152", "7, 162583", "9, 520489"})
  void aCodeOfACounterIsThatOfTheStandard(long counter, String code) {
    assertThat(Totp.code(SECRET, counter, 6)).isEqualTo(code);
  }

  @Test
  void aCodeHoldsOneStepEarlyAndOneStepLate() {
    Instant now = Instant.ofEpochSecond(3000);
    for (int off = -1; off <= 1; off++) {
      assertThat(Totp.step(SECRET, Totp.code(SECRET, 100 + off, 6), now)).hasValue(100 + off);
    }
    assertThat(Totp.step(SECRET, Totp.code(SECRET, 98, 6), now)).isEmpty();
    assertThat(Totp.step(SECRET, Totp.code(SECRET, 102, 6), now)).isEmpty();
    assertThat(Totp.step(SECRET, "", now)).isEmpty();
  }

  /** RFC 4648, section 10, without its padding. */
  @ParameterizedTest
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void base32IsThatOfTheStandard(String text, String encoded) {
    assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
    assertThat(Base32.decode(encoded)).asString(StandardCharsets.US_ASCII).isEqualTo(text);
  }

  @Test
  void anyBytesComeBack() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int length = 0; length < 40; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertThat(Base32.decode(Base32.encode(bytes))).as("seed %s", seed).isEqualTo(bytes);
    }
  }
}
