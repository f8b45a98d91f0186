package io.vitrine.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.Records;
import io.vitrine.store.UserRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets of second factors lie sealed in the records, those of earlier versions too. */
class SealTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

  private final Secrets secrets = new Secrets(new SecureRandom());
  private final UserRecord user =
      new UserRecord(UUID.randomUUID(), "zoe", null, "hash", Role.VIEWER, true, false, NOW, null);

  @TempDir Path data;

  @Test
  void aSecretOpensWithItsKeyAndForItsAccountOnly() {
    Seal seal = Seal.of(data, secrets);
    String kept = seal.sealed(user.id(), SECRET);
    assertThat(kept).startsWith("sealed:").doesNotContain(SECRET).hasSizeLessThan(200);
    assertThat(seal.sealed(user.id(), SECRET)).isNotEqualTo(kept);
    assertThat(Seal.of(data, secrets).opened(user.id(), kept)).isEqualTo(SECRET);
    unreadable(seal, UUID.randomUUID(), kept);
    unreadable(Seal.of(data.resolve("another"), secrets), user.id(), kept);
    unreadable(seal, user.id(), kept.substring(0, 20) + "AAAA" + kept.substring(24));
  }

  @Test
  void theKeyIsForItsOwnersEyesOnly() throws IOException {
    Seal.of(data, secrets);
    assertThat(Files.getPosixFilePermissions(data.resolve(Seal.FILE)))
        .isEqualTo(Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
  }

  @Test
  void whatEarlierVersionsKeptIsSealedAtTheStartAndGoneFromTheFiles() throws IOException {
    try (Records records = Records.open(data)) {
      records.users().add(user);
      records.secondFactors().begin(user.id(), SECRET);
      records.secondFactors().confirm(user.id(), 1, List.of(), NOW);
    }
    assertThat(bytes()).contains(SECRET);
    try (Records records = Records.open(data)) {
      SecondFactors factors = factors(records);
      factors.sealAll();
      factors.sealAll();
      String kept = records.secondFactors().of(user.id()).orElseThrow().secret();
      assertThat(Seal.isSealed(kept)).isTrue();
      assertThat(
              factors.prove(
                  user, Totp.code(Base32.decode(SECRET), NOW.getEpochSecond() / 30, Totp.DIGITS)))
          .isEqualTo(SecondFactors.Proof.CODE);
    }
    assertThat(bytes()).doesNotContain(SECRET);
  }

  private SecondFactors factors(Records records) {
    return new SecondFactors(
        records.secondFactors(),
        Seal.of(data, secrets),
        secrets,
        Clock.fixed(NOW, ZoneOffset.UTC),
        List.of(),
        "Shop");
  }

  /** All files of the data folder but the key, byte by byte. */
  private String bytes() throws IOException {
    StringBuilder all = new StringBuilder();
    try (var files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static void unreadable(Seal seal, UUID user, String kept) {
    assertThatThrownBy(() -> seal.opened(user, kept))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.code()).isEqualTo("second_factor_unreadable"));
  }
}
