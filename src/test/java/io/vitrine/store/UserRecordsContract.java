package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.UserRecords.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of accounts does. */
public abstract class UserRecordsContract {

  private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123456Z");

  /** Records without any account. */
  protected abstract UserRecords users();

  @Test
  void anAccountIsFoundByIdNameAndMailWhateverTheCase() {
    UserRecord zoe = user("Zoé", "Zoe@Shop.example", Role.ANALYST);
    users().add(zoe);
    assertThat(users().byId(zoe.id())).contains(zoe);
    assertThat(users().byLogin("ZOÉ")).contains(zoe);
    assertThat(users().byLogin(" zoe@shop.EXAMPLE ")).contains(zoe);
    assertThat(users().byLogin("zoe")).isEmpty();
    assertThat(users().byId(UUID.randomUUID())).isEmpty();
  }

  @Test
  void namesAndMailsAreUniqueWhateverTheCase() {
    users().add(user("zoe", "zoe@shop.example", Role.VIEWER));
    users().add(user("without-mail", null, Role.VIEWER));
    users().add(user("also-without", null, Role.VIEWER));
    assertTaken(() -> add(user("ZOE", null, Role.VIEWER)));
    assertTaken(() -> add(user("other", "ZOE@shop.example", Role.VIEWER)));
    UserRecord other = user("other", null, Role.VIEWER);
    users().add(other);
    assertTaken(() -> users().change(other.with("Zoe", Role.VIEWER, true)));
  }

  @Test
  void theFirstAccountIsMadeOnce() {
    assertThat(users().addFirst(user("first", null, Role.ADMIN))).isTrue();
    assertThat(users().addFirst(user("second", null, Role.ADMIN))).isFalse();
    assertThat(users().count(Wanted.all())).isEqualTo(1);
  }

  @Test
  void accountsAreListedByNameAndFiltered() {
    users().add(user("b_1", null, Role.VIEWER));
    users().add(user("B12", "x%y@shop.example", Role.ANALYST));
    users().add(user("a", null, Role.VIEWER).with("a", Role.VIEWER, false));
    assertThat(names(Wanted.all(), 10, 0)).containsExactly("a", "B12", "b_1");
    assertThat(names(Wanted.all(), 1, 1)).containsExactly("B12");
    assertThat(names(new Wanted(Role.VIEWER, null, null), 10, 0)).containsExactly("a", "b_1");
    assertThat(names(new Wanted(null, false, null), 10, 0)).containsExactly("a");
    assertThat(names(new Wanted(null, true, "B_"), 10, 0)).containsExactly("b_1");
    assertThat(names(new Wanted(null, null, "%"), 10, 0)).containsExactly("B12");
    assertThat(users().count(new Wanted(Role.VIEWER, true, null))).isEqualTo(1);
  }

  @Test
  void changesAndSignInsAreKept() {
    UserRecord zoe = user("zoe", null, Role.VIEWER);
    users().add(zoe);
    assertThat(users().change(zoe.with("zoë", Role.ANALYST, false).withPassword("new", true)))
        .isTrue();
    users().signedIn(zoe.id(), AT);
    assertThat(users().byLogin("zoë"))
        .contains(new UserRecord(zoe.id(), "zoë", null, "new", Role.ANALYST, false, true, AT, AT));
    assertThat(users().change(user("nobody", null, Role.VIEWER))).isFalse();
  }

  @Test
  void theLastActiveAdminStays() {
    UserRecord admin = user("admin", null, Role.ADMIN);
    UserRecord sleeping = user("sleeping", null, Role.ADMIN).with("sleeping", Role.ADMIN, false);
    users().add(admin);
    users().add(sleeping);
    assertThat(users().remove(admin.id())).isFalse();
    assertThat(users().change(admin.with("admin", Role.VIEWER, true))).isFalse();
    assertThat(users().byId(admin.id())).contains(admin);
    assertThat(users().remove(sleeping.id())).isTrue();
    assertThat(users().remove(sleeping.id())).isFalse();
  }

  @Test
  void twoAdminsWhoRemoveEachOtherAtOnceDoNotBothGo() throws Exception {
    UserRecord one = user("one", null, Role.ADMIN);
    UserRecord two = user("two", null, Role.ADMIN);
    users().add(one);
    users().add(two);
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Callable<Boolean>> removals =
          List.of(() -> users().remove(one.id()), () -> users().remove(two.id()));
      for (Future<Boolean> removal : both.invokeAll(removals)) {
        removal.get();
      }
    }
    assertThat(users().count(new Wanted(Role.ADMIN, true, null))).isEqualTo(1);
  }

  private void add(UserRecord user) {
    users().add(user);
  }

  private List<String> names(Wanted wanted, int limit, int skip) {
    return users().list(wanted, limit, skip).stream().map(UserRecord::username).toList();
  }

  private static void assertTaken(Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.category()).isEqualTo(Problem.Category.CONFLICT));
  }

  private static UserRecord user(String name, @Nullable String email, Role role) {
    return new UserRecord(UUID.randomUUID(), name, email, "hash", role, true, false, AT, null);
  }
}
