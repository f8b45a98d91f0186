package io.vitrine.accounts;

import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.Records;
import io.vitrine.store.UserRecord;
import io.vitrine.store.UserRecords.Wanted;
import java.lang.Character.UnicodeScript;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes, changes and removes accounts by the rules of their names, passwords and roles. */
final class Users {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{1,63}");
  private static final Set<UnicodeScript> EAST_ASIAN =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO);
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");

  private final Records records;
  private final Passwords passwords;
  private final Clock clock;

  Users(Records records, Passwords passwords, Clock clock) {
    this.records = records;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** A new account that is not kept yet. */
  UserRecord draft(String name, @Nullable String email, Role role, String password, boolean due) {
    checkName(name);
    if (email != null) {
      check(EMAIL, email, "email", "is an e-mail address");
    }
    Passwords.check(password, name);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new UserRecord(
        UUID.randomUUID(), name, email, passwords.hash(password), role, true, due, now, null);
  }

  UserRecord add(String name, @Nullable String email, Role role, String password, boolean due) {
    UserRecord user = draft(name, email, role, password, due);
    records.users().add(user);
    return user;
  }

  /** Adds an account if there is none at all; tells whether it did. */
  boolean addFirst(UserRecord user) {
    return records.users().addFirst(user);
  }

  boolean isEmpty() {
    return records.users().count(Wanted.all()) == 0;
  }

  List<UserRecord> list(Wanted wanted, int limit, int skip) {
    return records.users().list(wanted, limit, skip);
  }

  long count(Wanted wanted) {
    return records.users().count(wanted);
  }

  UserRecord get(UUID id) {
    return records
        .users()
        .byId(id)
        .orElseThrow(() -> Problem.absent("user_absent", "there is no account " + id));
  }

  Optional<UserRecord> named(String login) {
    return records.users().byLogin(login);
  }

  /** Changes name, role and state; an account that is switched off is signed out everywhere. */
  UserRecord change(UserRecord user, String name, Role role, boolean active) {
    if (!name.equals(user.username())) {
      checkName(name);
    }
    UserRecord changed = user.with(name, role, active);
    keepAnAdmin(records.users().change(changed));
    if (!active) {
      signOut(user);
    }
    return changed;
  }

  /** Ends all sessions of an account. */
  void signOut(UserRecord user) {
    records.signIns().endOthers(user.id(), Optional.empty(), clock.instant());
  }

  void remove(UserRecord user) {
    keepAnAdmin(records.users().remove(user.id()));
  }

  /** Sets a password and ends all sessions of the account but one. */
  void setPassword(UserRecord user, String password, boolean due, Optional<UUID> keptSession) {
    Passwords.check(password, user.username());
    keepAnAdmin(records.users().change(user.withPassword(passwords.hash(password), due)));
    records.signIns().endOthers(user.id(), keptSession, clock.instant());
  }

  boolean hasPassword(UserRecord user, String password) {
    return passwords.matches(password, user.passwordHash());
  }

  private static void keepAnAdmin(boolean done) {
    if (!done) {
      throw new Problem(
          "last_admin",
          Problem.Category.CONFLICT,
          "an active admin has to remain; make another one first");
    }
  }

  private static void checkName(String name) {
    check(
        NAME,
        name,
        "username",
        "starts with a letter or digit and has 2 to 64 of letters, digits, . _ -");
    if (!isOfOneScript(name)) {
      throw Problem.caller(
          "bad_username", "'" + name + "' is no username: its letters are of more than one script");
    }
  }

  /**
   * Whether nobody can be taken for somebody else by letters that look alike: a Cyrillic one among
   * Latin ones. What East Asia writes together is one script here (UTS 39, section 5.2).
   */
  static boolean isOfOneScript(String name) {
    return name.codePoints()
            .filter(Character::isLetter)
            .mapToObj(UnicodeScript::of)
            .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
            .map(script -> EAST_ASIAN.contains(script) ? UnicodeScript.HAN : script)
            .distinct()
            .count()
        <= 1;
  }

  private static void check(Pattern form, String text, String field, String rule) {
    if (!form.matcher(text).matches()) {
      throw Problem.caller("bad_" + field, "'" + text + "' is no " + field + ": it " + rule);
    }
  }
}
