package io.vitrine.trust.fraud;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Knows providers of throw-away e-mail addresses by the list of disposable-email-domains, as sorted
 * 64-bit hashes: 120,000 names take one megabyte. Loaded at first use.
 */
final class DisposableMail {

  private static final String FILE = "disposable-email-domains.json";
  private static final Supplier<long[]> HASHES = SingletonSupplier.of(DisposableMail::read);

  private DisposableMail() {}

  /** Whether the address, in small letters, is at such a provider or at a host below one. */
  static boolean isDisposable(String email) {
    String domain = email.substring(email.indexOf('@') + 1);
    while (domain.indexOf('.') > 0) {
      if (Arrays.binarySearch(HASHES.get(), hash(domain)) >= 0) {
        return true;
      }
      domain = domain.substring(domain.indexOf('.') + 1);
    }
    return false;
  }

  private static long[] read() {
    try (InputStream file =
        Objects.requireNonNull(DisposableMail.class.getResourceAsStream(FILE), FILE)) {
      return JsonMapper.shared()
          .readTree(file)
          .valueStream()
          .map(JsonNode::stringValue)
          .mapToLong(DisposableMail::hash)
          .sorted()
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** FNV-1a of 64 bits (Fowler, Noll and Vo), mixed once more. */
  private static long hash(String domain) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < domain.length(); i++) {
      hash = (hash ^ domain.charAt(i)) * 0x100000001b3L;
    }
    return hash ^ (hash >>> 32);
  }
}
