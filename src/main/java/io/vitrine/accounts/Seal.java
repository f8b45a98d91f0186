package io.vitrine.accounts;

import io.vitrine.model.Problem;
import io.vitrine.store.SecretFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the secrets of second factors (AES-256-GCM, NIST SP 800-38D) with a key that stands in a
 * file beside the records and not in them: whoever has only the records, or a copy of them, has no
 * secret. A sealed secret opens for the account that it was sealed for alone. Thread-safe.
 */
final class Seal {

  /** Its name in the data folder. */
  static final String FILE = "second-factor-key";

  private static final String MARK = "sealed:";
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final Secrets secrets;

  private Seal(SecretKeySpec key, Secrets secrets) {
    this.key = key;
    this.secrets = secrets;
  }

  /** With the key of a data folder, which is made when there is none. */
  static Seal of(Path dataFolder, Secrets secrets) {
    byte[] bytes = SecretFile.of(dataFolder.resolve(FILE), () -> secrets.bytes(KEY_BYTES));
    if (bytes.length != KEY_BYTES) {
      throw new IllegalStateException(dataFolder.resolve(FILE) + " does not hold a key");
    }
    return new Seal(new SecretKeySpec(bytes, "AES"), secrets);
  }

  static boolean isSealed(String kept) {
    return kept.startsWith(MARK);
  }

  /** A secret as it is kept; the same secret never looks the same. */
  String sealed(UUID user, String secret) {
    byte[] nonce = secrets.bytes(NONCE_BYTES);
    byte[] hidden = run(Cipher.ENCRYPT_MODE, user, nonce, secret.getBytes(StandardCharsets.UTF_8));
    byte[] whole = ByteBuffer.allocate(nonce.length + hidden.length).put(nonce).put(hidden).array();
    return MARK + Base64.getEncoder().withoutPadding().encodeToString(whole);
  }

  /**
   * The secret that was kept.
   *
   * @throws Problem of category OURS when it was sealed by another key or for another account
   */
  String opened(UUID user, String kept) {
    ByteBuffer whole = ByteBuffer.wrap(Base64.getDecoder().decode(kept.substring(MARK.length())));
    byte[] nonce = new byte[NONCE_BYTES];
    whole.get(nonce);
    byte[] hidden = new byte[whole.remaining()];
    whole.get(hidden);
    return new String(run(Cipher.DECRYPT_MODE, user, nonce, hidden), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, UUID user, byte[] nonce, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance(ALGORITHM);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(user.toString().getBytes(StandardCharsets.US_ASCII));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw Problem.ours(
          "second_factor_unreadable",
          "the secret of this second factor was sealed with another "
              + FILE
              + "; put that file back, or let an admin reset the second factor",
          e);
    }
  }
}
