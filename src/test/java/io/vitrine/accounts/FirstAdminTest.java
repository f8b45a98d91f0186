package io.vitrine.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.Records;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first start makes one admin, and its password is seen once or not at all. */
class FirstAdminTest {

  @TempDir Path data;
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private Records records;
  private Users users;

  @BeforeEach
  void open() {
    records = Records.open(data);
    users = new Users(records, new Passwords(4), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    records.close();
  }

  @Test
  void aRandomPasswordIsPrintedOnceAndHasToBeChanged() {
    admin().ensure(null, null);
    String first = printed();
    String password = first.replaceAll("(?s).*the password (\\S+).*", "$1");
    assertThat(users.named("admin"))
        .hasValueSatisfying(
            admin -> {
              assertThat(admin.role()).isEqualTo(Role.ADMIN);
              assertThat(admin.passwordDue()).isTrue();
              assertThat(users.hasPassword(admin, password)).isTrue();
            });
    admin().ensure(null, null);
    assertThat(printed()).isEqualTo(first);
  }

  @Test
  void aPasswordOfTheEnvironmentIsTakenAndNotPrinted() {
    admin().ensure("owner", "seven-green-bottles");
    assertThat(printed()).isEmpty();
    assertThat(users.named("owner"))
        .hasValueSatisfying(owner -> assertThat(owner.passwordDue()).isFalse());
  }

  @Test
  void aWeakPasswordOfTheEnvironmentIsRefused() {
    assertThatThrownBy(() -> admin().ensure("owner", "password1234"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("first that anybody would try");
    assertThat(users.isEmpty()).isTrue();
  }

  private FirstAdmin admin() {
    return new FirstAdmin(
        users,
        new Secrets(new SecureRandom()),
        new Audit(records.audit(), Clock.systemUTC()),
        new PrintStream(terminal, true, StandardCharsets.UTF_8));
  }

  private String printed() {
    return terminal.toString(StandardCharsets.UTF_8);
  }
}
