package io.vitrine.accounts;

import io.vitrine.model.Problem;
import io.vitrine.store.Records;
import io.vitrine.store.SignInRecords.Exchange;
import io.vitrine.store.SignInRecords.Session;
import io.vitrine.store.UserRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
  private final SecondFactors factors;
  private final Audit audit;
  private final Clock clock;
  private final Duration sessionLife;

  SignIn(
      Records records,
      Passwords passwords,
      Tokens tokens,
      Secrets secrets,
      Attempts attempts,
      SecondFactors factors,
      Audit audit,
      Clock clock,
      AccountSettings settings) {
    this.records = records;
    this.passwords = passwords;
    this.tokens = tokens;
    this.secrets = secrets;
    this.attempts = attempts;
    this.factors = factors;
    this.audit = audit;
    this.clock = clock;
    this.sessionLife = settings.refreshTokenLife();
  }

  /**
   * Signs a person in. An unknown name, a wrong password and an account that is switched off get
   * the same answer after the same time. Only who has the password learns that a code is wanted.
   *
   * @param code of the second factor, or a recovery code; null when none was given
   * @throws Problem of category UNKNOWN_CALLER, or LOAD when the address has to wait
   */
  SignedIn signIn(String login, String password, @Nullable String code, Place place) {
    String address = place.address();
    attempts.count(address);
    attempts.admit(login, address);
    Optional<UserRecord> known = records.users().byLogin(login);
    if (!holds(known, password)) {
      attempts.failed(login, address);
      audit.write(
          Act.SIGN_IN_REFUSED, null, known.map(UserRecord::username).orElse(null), address, null);
      throw unknown("wrong_credentials", "the name or the password is wrong");
    }
    checkSecondFactor(known.orElseThrow(), login, code, address);
    attempts.succeeded(login, address);
    return start(known.orElseThrow(), place);
  }

  /** Signs in a person whom somebody else vouches for, such as a provider of sign-in. */
  SignedIn signInVouched(UserRecord user, Place place) {
    if (!user.active()) {
      throw unknown("account_off", "the account is switched off");
    }
    return start(user, place);
  }

  /** Counts a try of an address that guesses something. */
  void count(String address) {
    attempts.count(address);
  }

  private void checkSecondFactor(
      UserRecord user, String login, @Nullable String code, String address) {
    if (!factors.isSet(user.id())) {
      return;
    }
    if (code == null || code.isBlank()) {
      throw unknown("totp_required", "this account also asks for a code");
    }
    if (SecondFactors.isOfDevice(code)) {
      attempts.admitCode(user);
    }
    switch (factors.prove(user, code)) {
      case CODE -> attempts.succeededCode(user);
      case RECOVERY_CODE ->
          audit.write(Act.RECOVERY_CODE_USED, user.username(), null, address, null);
      case NONE -> {
        attempts.failed(login, address);
        attempts.failedCode(user);
        audit.write(Act.SIGN_IN_REFUSED, null, user.username(), address, "wrong code");
        throw unknown("bad_totp", "the code is wrong, too old or was used before");
      }
    }
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
                    .map(user -> callerOf(user, session)));
  }

  private boolean holds(Optional<UserRecord> known, String password) {
    if (known.isEmpty()) {
      passwords.matchNobody(password);
      return false;
    }
    return passwords.matches(password, known.get().passwordHash()) && known.get().active();
  }

  private SignedIn start(UserRecord user, Place place) {
    String refresh = secrets.token(REFRESH);
    UUID session = UUID.randomUUID();
    Instant now = clock.instant();
    records.signIns().forget(now.minus(REMEMBERED));
    records
        .signIns()
        .start(
            new Session(
                session,
                user.id(),
                now,
                now.plus(sessionLife),
                now,
                place.address(),
                place.agent()),
            Secrets.hash(refresh));
    records.users().signedIn(user.id(), now);
    audit.write(Act.SIGNED_IN, user.username(), null, place.address(), null);
    return signedIn(records.users().byId(user.id()).orElse(user), session, refresh);
  }

  private SignedIn signedIn(UserRecord user, UUID session, String refresh) {
    if (!user.active()) {
      throw lapsed();
    }
    return new SignedIn(
        tokens.issue(user, session), refresh, tokens.life(), sessionLife, account(user), user);
  }

  /** The account as its person sees it. */
  Account account(UserRecord user) {
    return Account.of(user, factors.isSet(user.id()), factors.isDue(user));
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

  private Caller callerOf(UserRecord user, UUID session) {
    return new Caller(
        user.id(),
        user.username(),
        user.role(),
        null,
        session,
        user.passwordDue(),
        factors.isDue(user));
  }

  private static Problem lapsed() {
    return unknown("session_ended", "the refresh token does not hold; sign in again");
  }

  private static Problem unknown(String code, String message) {
    return new Problem(code, Problem.Category.UNKNOWN_CALLER, message);
  }

  /**
   * Where somebody signs in.
   *
   * @param address of the client
   * @param agent what the client calls itself; null when it does not
   */
  record Place(String address, @Nullable String agent) {

    private static final int LONGEST = 300;

    static Place of(HttpServletRequest request) {
      String agent = request.getHeader("User-Agent");
      return new Place(
          request.getRemoteAddr(),
          agent == null || agent.length() <= LONGEST ? agent : agent.substring(0, LONGEST));
    }
  }

  /**
   * A person who is signed in.
   *
   * @param accessToken for the Authorization header
   * @param refreshToken for the next exchange
   * @param life how long the access token holds
   * @param sessionLife how long the refresh token holds
   * @param account who it is, as others see it
   * @param user who it is
   */
  record SignedIn(
      String accessToken,
      String refreshToken,
      Duration life,
      Duration sessionLife,
      Account account,
      UserRecord user) {

    @Override
    public String toString() {
      return "SignedIn[" + user.username() + "]";
    }
  }
}
