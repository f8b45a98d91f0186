package io.vitrine.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The command line manages accounts on a data folder of which no server runs. */
class AccountsTest {

  @TempDir Path data;

  @Test
  void accountsAreAddedListedAndGivenNewPasswords() {
    try (Accounts accounts = Accounts.open(data)) {
      Accounts.Added random = accounts.add("zoe", null, Role.ANALYST, null);
      assertThat(random.password()).hasSize(20);
      assertThat(random.account().mustChangePassword()).isTrue();
      Accounts.Added chosen =
          accounts.add("abel", "abel@shop.example", Role.ADMIN, "seven-green-bottles");
      assertThat(chosen.password()).isNull();
      assertThat(accounts.list()).extracting(Account::username).containsExactly("abel", "zoe");
      assertThat(accounts.resetPassword("ABEL@shop.example")).hasSize(20);
      assertThatThrownBy(() -> accounts.resetPassword("nobody"))
          .isInstanceOf(Problem.class)
          .hasMessage("there is no account nobody");
    }
  }

  @Test
  void theHashOfNobodyIsOneThatBcryptCompares() {
    assertThat(new BCryptPasswordEncoder(12).upgradeEncoding(Passwords.nobodys(12))).isFalse();
    assertThat(new Passwords(4).matches("seven-green-bottles", Passwords.nobodys(4))).isFalse();
  }

  @Test
  void whoFindsNoTurnIsToldToComeBack() {
    Passwords busy = new Passwords(4, 0, Duration.ZERO);
    assertThatThrownBy(() -> busy.matchNobody("seven-green-bottles"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("sign_in_busy"));
    Passwords one = new Passwords(4, 1, Duration.ZERO);
    String hash = one.hash("seven-green-bottles");
    assertThat(one.matches("seven-green-bottles", hash)).as("the turn was given back").isTrue();
  }

  @Test
  void aDataFolderIsUsedByOneProcessAtATime() {
    try (Accounts accounts = Accounts.open(data)) {
      assertThat(accounts.list()).isEmpty();
      assertThatThrownBy(() -> openFromAnotherProcess(data))
          .hasMessageContaining("another process uses the data folder");
    }
  }

  /** A lock on a file is held by a process, so only another process can meet it. */
  private static void openFromAnotherProcess(Path data) throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                data.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    other.waitFor();
    throw new IllegalStateException(output);
  }

  /** Opens the accounts of a folder and says what happens. */
  static final class Other {
    private Other() {}

    public static void main(String[] arguments) {
      try (Accounts accounts = Accounts.open(Path.of(arguments[0]))) {
        System.out.println(accounts.list().size() + " accounts");
      } catch (Problem problem) {
        System.out.println(problem.getMessage());
      }
    }
  }
}
