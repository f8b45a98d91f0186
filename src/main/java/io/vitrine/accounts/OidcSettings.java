package io.vitrine.accounts;

import io.vitrine.model.Problem;
import io.vitrine.model.Role;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in by a provider of OpenID Connect.
 *
 * @param issuer the provider's address, as it calls itself; empty for none
 * @param name what the button on the sign-in page calls it
 * @param clientId what this product is called there
 * @param clientSecret its secret; empty for a public client
 * @param address of this server as browsers reach it, for the way back
 * @param scopes what is asked for
 * @param roleClaim claim that says what people may do; empty for none
 * @param roles which value of that claim gives which role
 * @param role what people may do whom the claim gives nothing; null refuses them
 * @param create whether people without an account get one
 * @param linkByEmail whether a verified e-mail is enough to be taken for the account that has it
 */
@ConfigurationProperties("vitrine.oidc")
record OidcSettings(
    @DefaultValue("") String issuer,
    @DefaultValue("Single sign-on") String name,
    @DefaultValue("vitrine") String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue("http://localhost:8050") String address,
    @DefaultValue("openid profile email") String scopes,
    @DefaultValue("") String roleClaim,
    @DefaultValue Map<String, Role> roles,
    @Nullable Role role,
    @DefaultValue("false") boolean create,
    @DefaultValue("false") boolean linkByEmail) {

  private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  boolean isOn() {
    return !issuer.isEmpty();
  }

  /** Where the provider sends people back to. */
  String callback() {
    return address.replaceAll("/+$", "") + "/api/auth/oidc/callback";
  }

  /**
   * An address of the provider.
   *
   * @throws Problem of category OURS when what is told there could be read on the way
   */
  static URI safe(String address) {
    URI uri = URI.create(address);
    boolean safe =
        "https".equals(uri.getScheme())
            || ("http".equals(uri.getScheme()) && OWN_MACHINE.contains(uri.getHost()));
    if (!safe) {
      throw new Problem(
          "oidc_not_safe",
          Problem.Category.OURS,
          "'" + address + "' is no https address, so the provider cannot be trusted");
    }
    return uri;
  }

  @Override
  public String toString() {
    return "OidcSettings[" + issuer + "]";
  }
}
