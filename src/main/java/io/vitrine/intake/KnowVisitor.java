package io.vitrine.intake;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * Says who it was: the visitor that the sender names, else {@code user:} and its user, else, for an
 * event of the shop with an address and a User-Agent, a keyed hash of the two and the day (HMAC
 * SHA-256 under a {@link DailySalt}), which is the same person for a day and nobody after it. Logs
 * need no visitor.
 */
final class KnowVisitor implements Step {

  private static final int HASH_BYTES = 16;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final DailySalt salts;
  private final ZoneId zone;

  KnowVisitor(DailySalt salts, ZoneId zone) {
    this.salts = salts;
    this.zone = zone;
  }

  @Override
  public @Nullable Refusal apply(Event.Draft draft, Instant receivedAt) {
    EmptyIds.clear(draft, Field.VISITOR_ID);
    EmptyIds.clear(draft, Field.USER_ID);
    if (!draft.has(Field.VISITOR_ID) && !isLog(draft)) {
      draft.set(Field.VISITOR_ID, visitor(draft, receivedAt));
    }
    return null;
  }

  private static boolean isLog(Event.Draft draft) {
    return new EventType(String.valueOf(draft.text(Field.TYPE))).isLog();
  }

  private @Nullable String visitor(Event.Draft draft, Instant receivedAt) {
    String user = draft.text(Field.USER_ID);
    if (user != null) {
      return "user:" + user;
    }
    String address = draft.text(Field.IP);
    String userAgent = draft.text(Field.USER_AGENT);
    Instant at = draft.instant(Field.TIMESTAMP);
    return address == null || userAgent == null || at == null
        ? null
        : "day:"
            + hash(LocalDate.ofInstant(at, zone) + "\n" + address + "\n" + userAgent, receivedAt);
  }

  private String hash(String text, Instant receivedAt) {
    try {
      Mac mac = Mac.getInstance(DailySalt.ALGORITHM);
      mac.init(salts.of(receivedAt));
      byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return BASE64.encodeToString(Arrays.copyOf(hash, HASH_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
