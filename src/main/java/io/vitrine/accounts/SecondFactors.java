package io.vitrine.accounts;

import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.SecondFactorRecords;
import io.vitrine.store.SecondFactorRecords.SecondFactor;
import io.vitrine.store.UserRecord;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The second factor of people: codes of a device, and recovery codes for the day that it is lost. A
 * code is taken once; a recovery code is kept as a hash and gone when it was used; the secret of
 * the device is kept sealed.
 */
final class SecondFactors {

  private static final int CODES = 10;

  private final SecondFactorRecords records;
  private final Seal seal;
  private final Secrets secrets;
  private final Clock clock;
  private final Set<Role> required;
  private final String issuer;

  SecondFactors(
      SecondFactorRecords records,
      Seal seal,
      Secrets secrets,
      Clock clock,
      List<Role> required,
      String issuer) {
    this.records = records;
    this.seal = seal;
    this.secrets = secrets;
    this.clock = clock;
    this.required = Set.copyOf(required);
    this.issuer = issuer;
  }

  /** Seals what versions before this one kept as it was. */
  void sealAll() {
    records.rewrite(
        factor ->
            Seal.isSealed(factor.secret())
                ? factor.secret()
                : seal.sealed(factor.user(), factor.secret()));
  }

  /** Whether signing in asks a person for a code. */
  boolean isSet(UUID user) {
    return records.of(user).filter(SecondFactor::isConfirmed).isPresent();
  }

  /** Everybody whom signing in asks for a code. */
  Set<UUID> users() {
    return records.users();
  }

  /** Whether people of a role must have one. */
  boolean isRequired(Role role) {
    return required.contains(role);
  }

  /** Whether a person has to set one up before anything else. */
  boolean isDue(UserRecord user) {
    return isRequired(user.role()) && !isSet(user.id());
  }

  int recoveryCodes(UUID user) {
    return records.of(user).map(SecondFactor::recoveryCodes).orElse(0);
  }

  /**
   * Makes a secret for a person's device. It counts once a code of it was seen.
   *
   * @throws Problem of category CONFLICT when the person has a second factor
   */
  Draft begin(UserRecord user) {
    String secret = Base32.encode(secrets.bytes(20));
    if (!records.begin(user.id(), seal.sealed(user.id(), secret))) {
      throw new Problem(
          "second_factor_set",
          Problem.Category.CONFLICT,
          "the account has a second factor; remove it first");
    }
    return new Draft(secret, address(user, secret));
  }

  /**
   * Lets the secret count from now on.
   *
   * @return the recovery codes, which are shown only now
   * @throws Problem of category CALLER when the code is not one of it, CONFLICT when none was begun
   */
  List<String> confirm(UserRecord user, String code) {
    SecondFactor draft =
        records
            .of(user.id())
            .filter(factor -> !factor.isConfirmed())
            .orElseThrow(
                () ->
                    new Problem(
                        "second_factor_not_begun",
                        Problem.Category.CONFLICT,
                        "there is no second factor to confirm"));
    OptionalLong step = step(draft, code);
    if (step.isEmpty()) {
      throw Problem.caller("bad_totp", "the code does not belong to this secret and time");
    }
    List<String> codes = codes();
    records.confirm(user.id(), step.getAsLong(), hashes(codes), clock.instant());
    return codes;
  }

  /** New recovery codes in place of all before. */
  List<String> newCodes(UserRecord user) {
    List<String> codes = codes();
    records.replaceRecovery(user.id(), hashes(codes));
    return codes;
  }

  /** Whether what a person typed has the form of a code of a device. */
  static boolean isOfDevice(String typed) {
    return plain(typed).matches("[0-9]{6}");
  }

  private static String plain(String typed) {
    return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
  }

  /** What a code that a person typed is. */
  Proof prove(UserRecord user, String typed) {
    String code = plain(typed);
    SecondFactor factor = records.of(user.id()).orElseThrow();
    OptionalLong step = step(factor, code);
    if (step.isPresent() && records.take(user.id(), step.getAsLong())) {
      return Proof.CODE;
    }
    return records.takeRecovery(user.id(), Secrets.hash(code)) ? Proof.RECOVERY_CODE : Proof.NONE;
  }

  /** Removes it; tells whether there was one. */
  boolean remove(UUID user) {
    return records.remove(user);
  }

  private OptionalLong step(SecondFactor factor, String code) {
    String secret = seal.opened(factor.user(), factor.secret());
    return Totp.step(Base32.decode(secret), code.strip(), clock.instant());
  }

  private List<String> codes() {
    return Stream.generate(secrets::recoveryCode).limit(CODES).toList();
  }

  private static List<String> hashes(List<String> codes) {
    return codes.stream().map(code -> Secrets.hash(code.replace("-", ""))).toList();
  }

  /** The address that a QR code shows to an authenticator app. */
  private String address(UserRecord user, String secret) {
    return "otpauth://totp/"
        + encoded(issuer + ":" + user.username())
        + "?secret="
        + secret
        + "&issuer="
        + encoded(issuer)
        + "&digits="
        + Totp.DIGITS
        + "&period="
        + Totp.STEP.toSeconds();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** What a typed code turned out to be. */
  enum Proof {
    CODE,
    RECOVERY_CODE,
    NONE
  }

  /**
   * A secret that is not confirmed yet.
   *
   * @param secret for typing, in Base32
   * @param address for a QR code
   */
  record Draft(String secret, String address) {

    @Override
    public String toString() {
      return "Draft";
    }
  }
}
