package io.vitrine.accounts;

import io.vitrine.accounts.SecondFactors.Draft;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.UserRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own second factor. Whatever changes it wants the password again. */
@Needs(value = Role.VIEWER, whilePasswordIsDue = true)
@RestController
@RequestMapping(path = "/api/auth/me/second-factor", produces = MediaType.APPLICATION_JSON_VALUE)
class SecondFactorController {

  private final SecondFactors factors;
  private final SignIn signIn;
  private final Users users;
  private final Audit audit;

  SecondFactorController(SecondFactors factors, SignIn signIn, Users users, Audit audit) {
    this.factors = factors;
    this.signIn = signIn;
    this.users = users;
    this.audit = audit;
  }

  @GetMapping
  SecondFactorState get(Caller caller) {
    return state(users.get(caller.person()));
  }

  /** Makes a secret for the person's device; it counts once a code of it confirmed it. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Draft begin(@RequestBody Password proof, Caller caller, HttpServletRequest request) {
    return factors.begin(proved(proof, caller, request));
  }

  /** Confirms the secret by a code; the recovery codes are shown only now. */
  @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  RecoveryCodes confirm(@RequestBody Code code, Caller caller, HttpServletRequest request) {
    UserRecord user = users.get(caller.person());
    signIn.count(request.getRemoteAddr());
    List<String> codes = factors.confirm(user, Bodies.required(code.code(), "code"));
    audit.write(caller, Act.SECOND_FACTOR_SET, null, request.getRemoteAddr(), null);
    return new RecoveryCodes(codes);
  }

  /** Makes new recovery codes in place of all before. */
  @PostMapping(path = "/recovery-codes", consumes = MediaType.APPLICATION_JSON_VALUE)
  RecoveryCodes renew(@RequestBody Password proof, Caller caller, HttpServletRequest request) {
    UserRecord user = proved(proof, caller, request);
    if (!factors.isSet(user.id())) {
      throw none();
    }
    audit.write(caller, Act.RECOVERY_CODES_MADE, null, request.getRemoteAddr(), null);
    return new RecoveryCodes(factors.newCodes(user));
  }

  @PostMapping(path = "/removal", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@RequestBody Password proof, Caller caller, HttpServletRequest request) {
    UserRecord user = proved(proof, caller, request);
    if (!factors.remove(user.id())) {
      throw none();
    }
    audit.write(caller, Act.SECOND_FACTOR_REMOVED, null, request.getRemoteAddr(), null);
  }

  private UserRecord proved(Password proof, Caller caller, HttpServletRequest request) {
    UserRecord user = users.get(caller.person());
    String password = Bodies.required(proof.password(), "password");
    signIn.prove(user, password, request.getRemoteAddr());
    return user;
  }

  private SecondFactorState state(UserRecord user) {
    return new SecondFactorState(
        factors.isSet(user.id()),
        factors.isRequired(user.role()),
        factors.recoveryCodes(user.id()));
  }

  private static Problem none() {
    return new Problem(
        "second_factor_absent", Problem.Category.CONFLICT, "the account has no second factor");
  }

  /**
   * The state of one's second factor.
   *
   * @param enabled whether signing in asks for it
   * @param required whether people of this role must have one
   * @param recoveryCodesLeft recovery codes that were not used
   */
  record SecondFactorState(boolean enabled, boolean required, int recoveryCodesLeft) {}

  /** A person proves to be there by the password. */
  record Password(@Nullable String password) {}

  /** A code of the person's device. */
  record Code(@Nullable String code) {}

  /** Codes that each sign in once without the device. */
  record RecoveryCodes(List<String> recoveryCodes) {}
}
