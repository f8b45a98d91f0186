package io.vitrine.boards;

import io.vitrine.store.SecretFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what stands in links (HMAC, RFC 2104, with SHA-256), with a key of the data folder that is
 * for its owner's eyes only. A link for one purpose does not hold for another.
 */
final class LinkKey {

  private static final String FILE = "link-key";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecretKeySpec key;

  private LinkKey(byte[] secret) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  /** Reads the key of a data folder; makes it when there is none. */
  static LinkKey of(Path dataFolder, SecureRandom random) {
    return new LinkKey(SecretFile.of(dataFolder.resolve(FILE), () -> secret(random)));
  }

  private static byte[] secret(SecureRandom random) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return secret;
  }

  /** A text for a link: what it says, and the proof that we said it. */
  String sign(String purpose, String content) {
    return encode(content.getBytes(StandardCharsets.UTF_8)) + "." + encode(mark(purpose, content));
  }

  /** What a text of a link says; empty unless we signed it for this purpose. */
  Optional<String> read(String purpose, String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      byte[] content = Base64.getUrlDecoder().decode(token.substring(0, dot));
      byte[] mark = Base64.getUrlDecoder().decode(token.substring(dot + 1));
      String text = new String(content, StandardCharsets.UTF_8);
      return MessageDigest.isEqual(mark, mark(purpose, text))
          ? Optional.of(text)
          : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private byte[] mark(String purpose, String content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal((purpose + '\n' + content).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
