package io.vitrine.intake;

import io.vitrine.model.Event;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Lets no card number in. What a sender puts into a field for it is replaced by {@code card_hash},
 * a hash keyed with this installation's secret, {@code card_last4} and {@code card_bin} (the first
 * six digits); security codes are dropped. A {@code card_hash} that is a card number is hashed as
 * well. Fields within maps and lists are looked at too.
 */
final class HideCards implements Step {

  private static final Set<String> NUMBERS =
      Set.of(
          "cardnumber",
          "cardno",
          "cardnum",
          "creditcard",
          "creditcardnumber",
          "ccnumber",
          "ccnum",
          "pan",
          "primaryaccountnumber");
  private static final Set<String> CODES =
      Set.of("cvv", "cvv2", "cvc", "cvc2", "cvn", "csc", "cardcvv", "cardcvc", "securitycode");
  private static final String HASH = "cardhash";
  private static final int LEAST = 12;
  private static final int MOST = 19;
  private static final int HASH_BYTES = 16;
  private static final int DEEPEST = 8;

  private final SecretKey secret;

  HideCards(SecretKey secret) {
    this.secret = secret;
  }

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    Map<String, Object> others = draft.others();
    if (others.isEmpty() || !isSecret(others, 0)) {
      return null;
    }
    Map<String, Object> found = new LinkedHashMap<>();
    Map<String, Object> kept = hidden(others, found, 0);
    draft.others(kept);
    found.forEach(draft::other);
    return null;
  }

  /** Nearly no event has such a field, so that looking must be cheap. */
  private static boolean isSecret(Object value, int depth) {
    if (depth > DEEPEST) {
      return false;
    }
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (isSecretName(String.valueOf(entry.getKey()))
            || isSecret(String.valueOf(entry.getKey()), entry.getValue(), depth)) {
          return true;
        }
      }
    }
    return value instanceof List<?> list
        && list.stream().anyMatch(one -> one != null && isSecret(one, depth + 1));
  }

  private static boolean isSecret(String name, @Nullable Object value, int depth) {
    return value != null
        && (isSecret(value, depth + 1) || (isCardMap(name) && value instanceof Map<?, ?>));
  }

  private static boolean isSecretName(String name) {
    int first = name.isEmpty() ? ' ' : name.charAt(0) | 0x20;
    if (first != 'c' && first != 'p' && first != 's') {
      return false;
    }
    String plain = plain(name);
    return NUMBERS.contains(plain) || CODES.contains(plain) || plain.equals(HASH);
  }

  /** A map of that name may have the card's number under {@code number}. */
  private static boolean isCardMap(String name) {
    String plain = plain(name);
    return plain.equals("card") || plain.equals("creditcard") || plain.equals("paymentcard");
  }

  private static String plain(String name) {
    StringBuilder plain = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        plain.append(c);
      }
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  private Map<String, Object> hidden(Map<?, ?> given, Map<String, Object> found, int depth) {
    return hidden(given, found, depth, false);
  }

  private Map<String, Object> hidden(
      Map<?, ?> given, Map<String, Object> found, int depth, boolean inCard) {
    Map<String, Object> kept = new LinkedHashMap<>();
    given.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          String plain = plain(name);
          if (CODES.contains(plain)) {
            return;
          }
          boolean number = NUMBERS.contains(plain) || (inCard && plain.equals("number"));
          if (number && !(value instanceof Map<?, ?>)) {
            tell(String.valueOf(value), found);
            return;
          }
          if (plain.equals(HASH) && isNumber(String.valueOf(value))) {
            tell(String.valueOf(value), found);
            return;
          }
          kept.put(name, within(name, value, found, depth));
        });
    return kept;
  }

  @SuppressWarnings("NullAway") // values of unknown fields may be null
  private @Nullable Object within(
      String name, @Nullable Object value, Map<String, Object> found, int depth) {
    if (depth > DEEPEST) {
      return value;
    }
    if (value instanceof Map<?, ?> map) {
      return hidden(map, found, depth + 1, isCardMap(name));
    }
    return value instanceof List<?> list
        ? list.stream().map(one -> within(name, one, found, depth + 1)).toList()
        : value;
  }

  private void tell(String given, Map<String, Object> found) {
    String digits = digits(given);
    if (digits.length() < LEAST) {
      return;
    }
    found.put("card_hash", hash(digits));
    found.put("card_last4", digits.substring(digits.length() - 4));
    found.put("card_bin", digits.substring(0, 6));
  }

  private static boolean isNumber(String given) {
    String digits = digits(given);
    return digits.length() >= LEAST
        && digits.length() <= MOST
        && given.chars().allMatch(c -> (c >= '0' && c <= '9') || c == ' ' || c == '-')
        && hasCheckDigit(digits);
  }

  private static String digits(String given) {
    return given
        .chars()
        .filter(c -> c >= '0' && c <= '9')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** By ISO/IEC 7812-1, annex B. */
  private static boolean hasCheckDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 1 ? 2 * digit : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  private String hash(String digits) {
    try {
      Mac mac = Mac.getInstance(DailySalt.ALGORITHM);
      mac.init(secret);
      byte[] whole = mac.doFinal(digits.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(whole, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }
}
