package io.vitrine.accounts;

import java.util.Locale;

/** Sensitive acts of people with accounts. */
enum Act {
  FIRST_ADMIN_MADE,
  SIGNED_IN,
  SIGN_IN_REFUSED,
  SIGNED_OUT,
  TOKEN_REUSED,
  REGISTERED,
  SESSION_ENDED,
  SECOND_FACTOR_SET,
  SECOND_FACTOR_REMOVED,
  SECOND_FACTOR_RESET,
  RECOVERY_CODES_MADE,
  RECOVERY_CODE_USED,
  IDENTITY_LINKED,
  USER_ADDED,
  USER_CHANGED,
  USER_DELETED,
  PASSWORD_CHANGED,
  PASSWORD_RESET,
  KEY_MADE,
  KEY_REVOKED;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
