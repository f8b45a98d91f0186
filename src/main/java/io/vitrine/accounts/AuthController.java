package io.vitrine.accounts;

import io.vitrine.accounts.SignIn.Place;
import io.vitrine.accounts.SignIn.SignedIn;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.UserRecord;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and one's own account. */
@RestController
@RequestMapping(path = "/api/auth", produces = MediaType.APPLICATION_JSON_VALUE)
class AuthController {

  private final SignIn signIn;
  private final Users users;
  private final Audit audit;
  private final Attempts attempts;
  private final Registration registration;

  AuthController(
      SignIn signIn, Users users, Audit audit, Attempts attempts, Registration registration) {
    this.signIn = signIn;
    this.users = users;
    this.audit = audit;
    this.attempts = attempts;
    this.registration = registration;
  }

  @Public
  @PostMapping(path = "/register", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Account register(@RequestBody NewAccount wanted, HttpServletRequest request) {
    if (!registration.isOpen()) {
      throw new Problem(
          "registration_off", Problem.Category.FORBIDDEN, "people cannot register themselves here");
    }
    attempts.count(request.getRemoteAddr());
    UserRecord user =
        users.add(
            Bodies.required(wanted.username(), "username"),
            Bodies.required(wanted.email(), "email"),
            Role.VIEWER,
            Bodies.required(wanted.password(), "password"),
            false);
    audit.write(Act.REGISTERED, user.username(), null, request.getRemoteAddr(), null);
    return signIn.account(user);
  }

  @Public
  @PostMapping(path = "/login", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<TokenPair> login(@RequestBody Login login, HttpServletRequest request) {
    String name = login.username() == null ? login.email() : login.username();
    SignedIn person =
        signIn.signIn(
            Bodies.required(name, "username"),
            Bodies.required(login.password(), "password"),
            login.totp(),
            Place.of(request));
    return withCookie(person, request);
  }

  @Public
  @PostMapping(path = "/refresh", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<TokenPair> refresh(
      @RequestBody(required = false) @Nullable Refresh body,
      @CookieValue(name = RefreshCookie.NAME, required = false) @Nullable String cookie,
      HttpServletRequest request) {
    String inBody = body == null ? null : body.refreshToken();
    if (inBody == null) {
      RefreshCookie.checkOrigin(request);
    }
    String token = Bodies.required(inBody == null ? cookie : inBody, "refresh_token");
    return withCookie(signIn.refresh(token, request.getRemoteAddr()), request);
  }

  @Needs(value = Role.VIEWER, whilePasswordIsDue = true)
  @PostMapping("/logout")
  ResponseEntity<Void> logout(Caller caller, HttpServletRequest request) {
    signIn.signOut(caller, request.getRemoteAddr());
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, RefreshCookie.gone(request))
        .build();
  }

  @Needs(value = Role.VIEWER, whilePasswordIsDue = true)
  @GetMapping("/me")
  Account me(Caller caller) {
    return signIn.account(users.get(caller.person()));
  }

  @Needs(value = Role.VIEWER, whilePasswordIsDue = true)
  @PutMapping(path = "/me/password", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Void> password(
      @RequestBody NewPassword wanted, Caller caller, HttpServletRequest request) {
    String address = request.getRemoteAddr();
    UserRecord user = users.get(caller.person());
    signIn.prove(user, Bodies.required(wanted.oldPassword(), "old_password"), address);
    String chosen = Bodies.required(wanted.newPassword(), "new_password");
    if (users.hasPassword(user, chosen)) {
      throw Problem.caller("same_password", "the new password is the old one");
    }
    users.setPassword(user, chosen, false, caller.currentSession());
    audit.write(Act.PASSWORD_CHANGED, user.username(), null, address, null);
    return ResponseEntity.noContent().build();
  }

  static ResponseEntity<TokenPair> withCookie(SignedIn person, HttpServletRequest request) {
    return ResponseEntity.ok()
        .header(HttpHeaders.SET_COOKIE, RefreshCookie.of(person, request))
        .body(TokenPair.of(person));
  }

  /** A person who wants an account. */
  record NewAccount(@Nullable String username, @Nullable String email, @Nullable String password) {}

  /**
   * A person who signs in, by name or e-mail.
   *
   * @param totp code of the second factor, or a recovery code
   */
  record Login(
      @Nullable String username,
      @Nullable String email,
      @Nullable String password,
      @Nullable String totp) {}

  /** A session that wants to go on; without a token here, the cookie's is taken. */
  record Refresh(@Nullable String refreshToken) {}

  /** A person who wants another password. */
  record NewPassword(@Nullable String oldPassword, @Nullable String newPassword) {}

  /** What a person who is signed in gets. */
  record TokenPair(
      String accessToken, String refreshToken, String tokenType, long expiresIn, Account user) {

    static TokenPair of(SignedIn person) {
      return new TokenPair(
          person.accessToken(),
          person.refreshToken(),
          "Bearer",
          person.life().toSeconds(),
          person.account());
    }
  }
}
