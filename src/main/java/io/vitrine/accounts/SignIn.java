package io.vitrine.accounts;

import io.vitrine.model.Problem;
import io.vitrine.store.Records;
import io.vitrine.store.SignInRecords.Exchange;
import io.vitrine.store.SignInRecords.Session;
import io.vitrine.store.UserRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Signs people in, keeps them signed in and signs them out. */
final class SignIn {

  private static final String REFRESH = "vr_";

  /** How long sessions that are over are kept. */
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final Records records;
  private final Passwords passwords;
  private final Tokens tokens;
  private final Secrets secrets;
  private final Attempts attempts;
  private final Audit audit;
  private final Clock clock;
  private final Duration sessionLife;

  SignIn(
      Records records,
      Passwords passwords,
      Tokens tokens,
      Secrets secrets,
      Attempts attempts,
      Audit audit,
      Clock clock,
      AccountSettings settings) {
    this.records = records;
    this.passwords = passwords;
    this.tokens = tokens;
    this.secrets = secrets;
    this.attempts = attempts;
    this.audit = audit;
    this.clock = clock;
    this.sessionLife = settings.refreshTokenLife();
  }

  /**
   * Signs a person in. An unknown name, a wrong password and an account that is switched off get
   * the same answer after the same time.
   *
   * @throws Problem of category UNKNOWN_CALLER, or LOAD when the address has to wait
   */
  SignedIn signIn(String login, String password, String address) {
    attempts.count(address);
    attempts.admit(login, address);
    Optional<UserRecord> known = records.users().byLogin(login);
    if (!holds(known, password)) {
      attempts.failed(login, address);
      audit.write(
          Act.SIGN_IN_REFUSED, null, known.map(UserRecord::username).orElse(null), address, null);
      throw unknown("wrong_credentials", "the name or the password is wrong");
    }
    attempts.succeeded(login, address);
    return start(known.orElseThrow(), address);
  }

  /**
   * Wants a person who is signed in to prove it by the password.
   *
   * @throws Problem of category CALLER when it is wrong, or LOAD when the address has to wait
   */
  void prove(UserRecord user, String password, String address) {
    attempts.count(address);
    attempts.admit(user.username(), address);
    if (!passwords.matches(password, user.passwordHash())) {
      attempts.failed(user.username(), address);
      throw Problem.caller("wrong_password", "the old password is wrong");
    }
    attempts.succeeded(user.username(), address);
  }

  /**
   * Exchanges a refresh token for a new pair.
   *
   * @throws Problem of category UNKNOWN_CALLER when it does not hold
   */
  SignedIn refresh(String token, String address) {
    String next = secrets.token(REFRESH);
    Instant now = clock.instant();
    Exchange exchange =
        records
            .signIns()
            .exchange(Secrets.hash(token), Secrets.hash(next), now, now.plus(sessionLife));
    return switch (exchange) {
      case Exchange.Renewed renewed -> signedIn(renewed.user(), renewed.session(), next);
      case Exchange.Reused reused -> throw reused(reused, address);
      case Exchange.Unknown() -> throw lapsed();
    };
  }

  void signOut(Caller caller, String address) {
    caller.currentSession().ifPresent(session -> records.signIns().end(session, clock.instant()));
    audit.write(Act.SIGNED_OUT, caller.name(), null, address, null);
  }

  /** The account of an access token whose session goes on. */
  Optional<Caller> caller(String accessToken) {
    return tokens
        .session(accessToken)
        .flatMap(
            session ->
                records
                    .signIns()
                    .userOf(session, clock.instant())
                    .filter(UserRecord::active)
                    .map(user -> caller(user, session)));
  }

  private boolean holds(Optional<UserRecord> known, String password) {
    if (known.isEmpty()) {
      passwords.matchNobody(password);
      return false;
    }
    return passwords.matches(password, known.get().passwordHash()) && known.get().active();
  }

  private SignedIn start(UserRecord user, String address) {
    String refresh = secrets.token(REFRESH);
    UUID session = UUID.randomUUID();
    Instant now = clock.instant();
    records.signIns().forget(now.minus(REMEMBERED));
    records
        .signIns()
        .start(
            new Session(session, user.id(), now, now.plus(sessionLife), address),
            Secrets.hash(refresh));
    records.users().signedIn(user.id(), now);
    audit.write(Act.SIGNED_IN, user.username(), null, address, null);
    return signedIn(records.users().byId(user.id()).orElse(user), session, refresh);
  }

  private SignedIn signedIn(UserRecord user, UUID session, String refresh) {
    if (!user.active()) {
      throw lapsed();
    }
    return new SignedIn(tokens.issue(user, session), refresh, tokens.life(), sessionLife, user);
  }

  private Problem reused(Exchange.Reused reused, String address) {
    audit.write(
        Act.TOKEN_REUSED,
        null,
        reused.user().username(),
        address,
        "a refresh token came twice; its session was ended");
    return lapsed();
  }

  private static Caller caller(UserRecord user, UUID session) {
    return new Caller(user.id(), user.username(), user.role(), null, session, user.passwordDue());
  }

  private static Problem lapsed() {
    return unknown("session_ended", "the refresh token does not hold; sign in again");
  }

  private static Problem unknown(String code, String message) {
    return new Problem(code, Problem.Category.UNKNOWN_CALLER, message);
  }

  /**
   * A person who is signed in.
   *
   * @param accessToken for the Authorization header
   * @param refreshToken for the next exchange
   * @param life how long the access token holds
   * @param sessionLife how long the refresh token holds
   * @param user who it is
   */
  record SignedIn(
      String accessToken,
      String refreshToken,
      Duration life,
      Duration sessionLife,
      UserRecord user) {

    @Override
    public String toString() {
      return "SignedIn[" + user.username() + "]";
    }
  }
}
