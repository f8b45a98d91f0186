package io.vitrine.history;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/** The checksums that the store tells of a file: {@code x-goog-hash: crc32c=..., md5=...}. */
final class DownloadChecksums {

  private static final int ROOM = 1 << 16;
  private static final List<String> KNOWN = List.of("crc32c", "md5");

  private final Map<String, String> told = new TreeMap<>();

  DownloadChecksums(HttpHeaders headers) {
    for (String header : headers.allValues("x-goog-hash")) {
      for (String hash : header.split(",", -1)) {
        int equals = hash.indexOf('=');
        String name = hash.substring(0, Math.max(0, equals)).strip();
        if (KNOWN.contains(name)) {
          told.put(name, hash.substring(equals + 1).strip());
        }
      }
    }
  }

  /** The names of those that were told. */
  List<String> names() {
    return List.copyOf(told.keySet());
  }

  /** Whether a file has all that were told. */
  boolean hold(Path file) throws IOException {
    return told.isEmpty() || of(file).entrySet().containsAll(told.entrySet());
  }

  private static Map<String, String> of(Path file) throws IOException {
    CRC32C crc = new CRC32C();
    MessageDigest digest = md5();
    byte[] bytes = new byte[ROOM];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        crc.update(bytes, 0, count);
        digest.update(bytes, 0, count);
      }
    }
    byte[] sum = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
    return Map.of("crc32c", base64(sum), "md5", base64(digest.digest()));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has MD5.", impossible);
    }
  }
}
