package io.vitrine.accounts;

import io.vitrine.accounts.Oidc.Begun;
import io.vitrine.accounts.Oidc.Ended;
import io.vitrine.accounts.SignIn.Place;
import io.vitrine.accounts.SignIn.SignedIn;
import io.vitrine.model.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sends browsers to the provider of sign-in and takes them back. */
@Public
@RestController
@RequestMapping("/api/auth/oidc")
class OidcController {

  private static final Logger LOG = LoggerFactory.getLogger(OidcController.class);
  private static final String COOKIE = "vitrine_oidc";
  private static final String PATH = "/api/auth/oidc";
  private static final Duration COOKIE_LIFE = Duration.ofMinutes(10);

  private final OidcSettings settings;
  private final Oidc oidc;
  private final OidcAccounts accounts;
  private final SignIn signIn;
  private final Audit audit;

  OidcController(
      OidcSettings settings, Oidc oidc, OidcAccounts accounts, SignIn signIn, Audit audit) {
    this.settings = settings;
    this.oidc = oidc;
    this.accounts = accounts;
    this.signIn = signIn;
    this.audit = audit;
  }

  /**
   * Sends the browser to the provider.
   *
   * @param next page of ours to come back to
   */
  @GetMapping("/start")
  ResponseEntity<Void> start(
      @RequestParam(defaultValue = "/") String next, HttpServletRequest request) {
    checkOn();
    signIn.count(request.getRemoteAddr());
    Begun begun = oidc.begin(isOwnPage(next) ? next : "/");
    return found(begun.address(), cookie(begun.browser(), COOKIE_LIFE, request));
  }

  /** Takes the browser back from the provider, signed in or with the reason why not. */
  @GetMapping("/callback")
  ResponseEntity<Void> callback(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable String error,
      @CookieValue(name = COOKIE, required = false) @Nullable String browser,
      HttpServletRequest request) {
    checkOn();
    try {
      signIn.count(request.getRemoteAddr());
      if (code == null || state == null) {
        throw new Problem(
            "oidc_refused",
            Problem.Category.UNKNOWN_CALLER,
            "the provider refused: " + reason(error));
      }
      return signedIn(oidc.end(state, code, browser), request);
    } catch (Problem problem) {
      return refused(problem, request);
    }
  }

  private ResponseEntity<Void> signedIn(Ended ended, HttpServletRequest request) {
    Place place = Place.of(request);
    SignedIn person = signIn.signInVouched(accounts.of(ended.claims(), place.address()), place);
    URI page = URI.create("/sign-in?came=provider&next=" + encoded(ended.next()));
    return found(page, RefreshCookie.of(person, request), cookie("", Duration.ZERO, request));
  }

  private ResponseEntity<Void> refused(Problem problem, HttpServletRequest request) {
    LOG.warn("Sign-in by the provider failed: {}", problem.getMessage());
    audit.write(
        Act.SIGN_IN_REFUSED, null, null, request.getRemoteAddr(), "provider: " + problem.code());
    return found(
        URI.create("/sign-in?problem=" + encoded(problem.code())),
        cookie("", Duration.ZERO, request));
  }

  /** What the address says is only repeated where it is a code of the standard's form. */
  private static String reason(@Nullable String error) {
    return error != null && error.matches("[a-z_]{1,40}") ? error : "it sent no code";
  }

  private void checkOn() {
    if (!settings.isOn()) {
      throw Problem.absent("oidc_off", "no provider of sign-in is set up");
    }
  }

  /** Another address would let a link lead away after signing in. */
  private static boolean isOwnPage(String next) {
    return next.matches("/(?![/\\\\])[^\\r\\n]*");
  }

  private static ResponseEntity<Void> found(URI address, String... cookies) {
    return ResponseEntity.status(HttpStatus.FOUND)
        .location(address)
        .header(HttpHeaders.SET_COOKIE, cookies)
        .build();
  }

  /** Lax, because the way back comes from the provider's site. */
  private static String cookie(String value, Duration life, HttpServletRequest request) {
    return ResponseCookie.from(COOKIE, value)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .path(PATH)
        .maxAge(life)
        .build()
        .toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
