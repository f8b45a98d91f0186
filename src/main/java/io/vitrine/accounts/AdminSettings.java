package io.vitrine.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The admin that the first start makes, meant for the environment ({@code VITRINE_ADMIN_USERNAME},
 * {@code VITRINE_ADMIN_PASSWORD}).
 *
 * @param username null for {@code admin}
 * @param password null for a random one that is printed once
 */
@ConfigurationProperties("vitrine.admin")
record AdminSettings(@Nullable String username, @Nullable String password) {

  @Override
  public String toString() {
    return "AdminSettings[username=" + username + "]";
  }
}
