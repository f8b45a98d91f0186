package io.vitrine.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.Records;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first start makes one admin, and its password is told once or not at all. */
class FirstAdminTest {

  @TempDir Path data;
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
  void aRandomPasswordIsToldByTheStartThatMadeIt() {
    FirstAdmin first = admin();
    first.ensure(null, null);
    String password = first.made().orElseThrow().password();
    assertThat(users.named("admin"))
        .hasValueSatisfying(
            admin -> {
              assertThat(admin.role()).isEqualTo(Role.ADMIN);
              assertThat(users.hasPassword(admin, password)).isTrue();
            });
    FirstAdmin second = admin();
    second.ensure(null, null);
    assertThat(second.made()).isEmpty();
    assertThat(first.made().orElseThrow().toString()).doesNotContain(password);
  }

  @Test
  void aPasswordOfTheEnvironmentIsTakenAndNotTold() {
    FirstAdmin first = admin();
    first.ensure("owner", "seven-green-bottles");
    assertThat(first.made()).isEmpty();
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
        users, new Secrets(new SecureRandom()), new Audit(records.audit(), Clock.systemUTC()));
  }
}
