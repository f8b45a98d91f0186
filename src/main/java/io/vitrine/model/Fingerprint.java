package io.vitrine.model;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a file while it is written. It is told after the file's end, so that a reader can
 * tell that it has all of it.
 */
public final class Fingerprint {

  /** The trailer that tells it. */
  public static final String TRAILER = "X-SHA256";

  /** The trailer that tells how many rows a file has. */
  public static final String ROWS = "X-Rows";

  private final MessageDigest digest = sha256();

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Passes on what is written, and takes it into account. */
  public OutputStream of(OutputStream out) {
    return new DigestOutputStream(out, digest);
  }

  /** In hexadecimal digits; to be asked once, at the end. */
  public String end() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
