package io.vitrine.accounts;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.UserRecord;
import io.vitrine.store.UserRecords.Wanted;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts of others. Nobody touches a role above their own or grants one. */
@RestController
@RequestMapping(path = "/api/users", produces = MediaType.APPLICATION_JSON_VALUE)
class UserController {

  private static final int MOST = 1000;

  private final Users users;
  private final SecondFactors factors;
  private final Audit audit;
  private final List<UserCount> counts;

  UserController(Users users, SecondFactors factors, Audit audit, List<UserCount> counts) {
    this.users = users;
    this.factors = factors;
    this.audit = audit;
    this.counts = counts;
  }

  @Needs(Role.MODERATOR)
  @GetMapping
  UserPage list(
      @RequestParam(required = false) @Nullable Role role,
      @RequestParam(name = "is_active", required = false) @Nullable Boolean active,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(defaultValue = "0") int skip) {
    Bodies.within(limit, 1, MOST, "limit");
    Bodies.within(skip, 0, Integer.MAX_VALUE, "skip");
    Wanted wanted = new Wanted(role, active, q);
    Set<UUID> secured = factors.users();
    List<Account> found =
        users.list(wanted, limit, skip).stream()
            .map(user -> account(user, secured.contains(user.id())))
            .toList();
    return new UserPage(found, users.count(wanted));
  }

  @Needs(Role.MODERATOR)
  @GetMapping("/{id}")
  UserProfile get(@PathVariable UUID id) {
    return profile(users.get(id));
  }

  /** The new account has to choose another password at its first sign-in. */
  @Needs(Role.MODERATOR)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Account add(@RequestBody NewUser wanted, Caller caller, HttpServletRequest request) {
    Role role = Objects.requireNonNullElse(wanted.role(), Role.VIEWER);
    grantable(caller, role);
    UserRecord user =
        users.add(
            Bodies.required(wanted.username(), "username"),
            wanted.email(),
            role,
            Bodies.required(wanted.password(), "password"),
            true);
    audit.write(caller, Act.USER_ADDED, user.username(), request.getRemoteAddr(), role.wireName());
    return account(user, false);
  }

  @Needs(Role.MODERATOR)
  @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  Account change(
      @PathVariable UUID id,
      @RequestBody UserChange wanted,
      Caller caller,
      HttpServletRequest request) {
    UserRecord user = users.get(id);
    touchable(caller, user);
    Role role = Objects.requireNonNullElse(wanted.role(), user.role());
    grantable(caller, role);
    String name = Objects.requireNonNullElse(wanted.username(), user.username());
    boolean active = Objects.requireNonNullElse(wanted.isActive(), user.active());
    UserRecord changed = users.change(user, name, role, active);
    audit.write(
        caller,
        Act.USER_CHANGED,
        user.username(),
        request.getRemoteAddr(),
        difference(user, changed));
    return account(changed, factors.isSet(changed.id()));
  }

  /** Sets a password that the person has to change at the next sign-in. */
  @Needs(Role.ADMIN)
  @PutMapping(path = "/{id}/password", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void password(
      @PathVariable UUID id,
      @RequestBody PasswordReset wanted,
      Caller caller,
      HttpServletRequest request) {
    UserRecord user = users.get(id);
    users.setPassword(
        user, Bodies.required(wanted.newPassword(), "new_password"), true, Optional.empty());
    audit.write(caller, Act.PASSWORD_RESET, user.username(), request.getRemoteAddr(), null);
  }

  /** Removes the second factor of a person who lost it, and signs the person out everywhere. */
  @Needs(Role.ADMIN)
  @DeleteMapping("/{id}/second-factor")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void resetSecondFactor(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
    UserRecord user = users.get(id);
    if (!factors.remove(id)) {
      throw Problem.absent("second_factor_absent", user.username() + " has no second factor");
    }
    users.signOut(user);
    audit.write(caller, Act.SECOND_FACTOR_RESET, user.username(), request.getRemoteAddr(), null);
  }

  @Needs(Role.ADMIN)
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
    UserRecord user = users.get(id);
    if (id.equals(caller.id())) {
      throw new Problem(
          "own_account", Problem.Category.CONFLICT, "nobody deletes the account they use");
    }
    users.remove(user);
    audit.write(caller, Act.USER_DELETED, user.username(), request.getRemoteAddr(), null);
  }

  private Account account(UserRecord user, boolean secondFactor) {
    boolean due = !secondFactor && factors.isRequired(user.role());
    return Account.of(user, secondFactor, due);
  }

  private UserProfile profile(UserRecord user) {
    Map<String, Long> figures = new TreeMap<>();
    counts.forEach(count -> figures.put(count.name(), count.of(user.id())));
    return new UserProfile(account(user, factors.isSet(user.id())), figures);
  }

  private static void touchable(Caller caller, UserRecord user) {
    if (!caller.may(user.role())) {
      throw new Problem(
          "role_above_own",
          Problem.Category.FORBIDDEN,
          user.username() + " is " + user.role().wireName() + ", which is above your own role");
    }
  }

  private static void grantable(Caller caller, Role role) {
    if (!caller.may(role)) {
      throw new Problem(
          "role_above_own",
          Problem.Category.FORBIDDEN,
          "the role " + role.wireName() + " is above your own");
    }
  }

  private static String difference(UserRecord old, UserRecord now) {
    List<String> parts = new ArrayList<>();
    note(parts, "username", old.username(), now.username());
    note(parts, "role", old.role().wireName(), now.role().wireName());
    note(parts, "is_active", old.active(), now.active());
    return parts.isEmpty() ? "nothing" : String.join(", ", parts);
  }

  private static void note(List<String> parts, String what, Object old, Object now) {
    if (!old.equals(now)) {
      parts.add(what + " from " + old + " to " + now);
    }
  }

  /** Some accounts, and how many there are in all. */
  record UserPage(List<Account> users, long total) {}

  /** An account with what its person did. */
  record UserProfile(@JsonUnwrapped Account account, @JsonAnyGetter Map<String, Long> figures) {}

  /** An account to be made; a viewer unless it says otherwise. */
  record NewUser(
      @Nullable String username,
      @Nullable String email,
      @Nullable Role role,
      @Nullable String password) {}

  /** What to change; what is absent stays. */
  record UserChange(@Nullable String username, @Nullable Role role, @Nullable Boolean isActive) {}

  /** A password to be set. */
  record PasswordReset(@Nullable String newPassword) {}
}
