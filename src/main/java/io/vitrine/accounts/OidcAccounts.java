package io.vitrine.accounts;

import com.nimbusds.jwt.JWTClaimsSet;
import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import io.vitrine.store.IdentityRecords;
import io.vitrine.store.UserRecord;
import java.text.ParseException;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds or makes the account of somebody whom a provider vouches for. A provider's subject is one
 * account for good; an e-mail is taken for proof only where a setting says so and the provider says
 * that it is verified.
 */
final class OidcAccounts {

  private static final int LONGEST_NAME = 58;

  private static final Comparator<Role> BY_RIGHTS =
      (one, other) -> Boolean.compare(one.covers(other), other.covers(one));

  private final OidcSettings settings;
  private final IdentityRecords identities;
  private final Users users;
  private final Secrets secrets;
  private final Audit audit;
  private final Clock clock;

  OidcAccounts(
      OidcSettings settings,
      IdentityRecords identities,
      Users users,
      Secrets secrets,
      Audit audit,
      Clock clock) {
    this.settings = settings;
    this.identities = identities;
    this.users = users;
    this.secrets = secrets;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The account, with the role that the provider's claim gives.
   *
   * @throws Problem of category FORBIDDEN when there is none and none may be made, or no role
   */
  UserRecord of(JWTClaimsSet claims, String address) {
    Optional<UserRecord> known = identities.user(claims.getIssuer(), claims.getSubject());
    UserRecord user = known.or(() -> byEmail(claims)).orElseGet(() -> made(claims, address));
    if (known.isEmpty()) {
      identities.link(claims.getIssuer(), claims.getSubject(), user.id(), clock.instant());
      audit.write(Act.IDENTITY_LINKED, user.username(), null, address, "at " + claims.getIssuer());
    }
    return withRole(user, claims, address);
  }

  private UserRecord withRole(UserRecord user, JWTClaimsSet claims, String address) {
    if (settings.roleClaim().isEmpty()) {
      return user;
    }
    Role role = role(claims);
    if (role == user.role()) {
      return user;
    }
    audit.write(
        Act.USER_CHANGED,
        null,
        user.username(),
        address,
        "role from " + user.role().wireName() + " to " + role.wireName() + " by the provider");
    return users.change(user, user.username(), role, user.active());
  }

  private Optional<UserRecord> byEmail(JWTClaimsSet claims) {
    return settings.linkByEmail()
        ? verifiedEmail(claims)
            .flatMap(
                email -> users.named(email).filter(user -> email.equalsIgnoreCase(user.email())))
        : Optional.empty();
  }

  private UserRecord made(JWTClaimsSet claims, String address) {
    if (!settings.create()) {
      throw forbidden("account_absent", "nobody here has an account for this identity");
    }
    Role role = role(claims);
    String email = verifiedEmail(claims).filter(text -> users.named(text).isEmpty()).orElse(null);
    UserRecord user = users.add(freeName(claims), email, role, secrets.password(), false);
    audit.write(Act.USER_ADDED, null, user.username(), address, role.wireName());
    return user;
  }

  /** The highest role that the claim gives. */
  private Role role(JWTClaimsSet claims) {
    Optional<Role> given =
        values(claims)
            .flatMap(value -> Stream.ofNullable(settings.roles().get(value)))
            .max(BY_RIGHTS);
    Role fallback = settings.roleClaim().isEmpty() ? Role.VIEWER : null;
    Role role = given.orElse(settings.role() == null ? fallback : settings.role());
    if (role == null) {
      throw forbidden("oidc_no_role", "the provider gives this identity no role here");
    }
    return role;
  }

  /** Text, a list of texts, or either within an object: {@code realm_access.roles}. */
  private Stream<String> values(JWTClaimsSet claims) {
    @Nullable Object value = claims.getClaims();
    for (String part : List.of(settings.roleClaim().split("\\.", -1))) {
      value = value instanceof Map<?, ?> map ? map.get(part) : null;
    }
    return value instanceof Collection<?> several
        ? several.stream().map(String::valueOf)
        : Stream.ofNullable(value).map(String::valueOf);
  }

  private String freeName(JWTClaimsSet claims) {
    String wanted =
        text(claims, "preferred_username").or(() -> text(claims, "email")).orElse("person");
    String plain = wanted.split("@", 2)[0].replaceAll("[^\\p{L}\\p{N}._-]", "");
    String cut = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    boolean fits = cut.matches("[\\p{L}\\p{N}].+") && Users.isOfOneScript(cut);
    String name = fits ? cut : "person";
    int number = 1;
    String free = name;
    while (users.named(free).isPresent()) {
      number++;
      free = name + "-" + number;
    }
    return free;
  }

  private static Optional<String> verifiedEmail(JWTClaimsSet claims) {
    return Boolean.TRUE.equals(claims.getClaim("email_verified"))
        ? text(claims, "email")
        : Optional.empty();
  }

  private static Optional<String> text(JWTClaimsSet claims, String name) {
    try {
      return Optional.ofNullable(claims.getStringClaim(name)).filter(text -> !text.isBlank());
    } catch (ParseException e) {
      // a claim that is no text says nothing
      return Optional.empty();
    }
  }

  private static Problem forbidden(String code, String message) {
    return new Problem(code, Problem.Category.FORBIDDEN, message);
  }
}
