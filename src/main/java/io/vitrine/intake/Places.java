package io.vitrine.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Finds the country of an address in the database of DB-IP.com that ships with the product.
 * Thread-safe; loads the database (8 MB) at first use.
 */
final class Places {

  private static final String FILE = "dbip-country.mmdb";
  private static final int REMEMBERED = 50_000;

  /** Shared, for the database takes 8 MB. */
  private static final Supplier<Reader> READER = SingletonSupplier.of(Places::shipped);

  private final Cache<String, Place> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /**
   * Where an address is.
   *
   * @param address the address in its usual form; null when the text was none
   * @param network the address with its last bits cleared
   * @param country ISO 3166 code; null when unknown
   */
  record Place(@Nullable String address, @Nullable String network, @Nullable String country) {

    static final Place NONE = new Place(null, null, null);
  }

  /** Where the address in a text is. */
  Place of(String text) {
    return text.length() > Addresses.LONGEST
        ? Place.NONE
        : Objects.requireNonNull(known.get(text, this::find));
  }

  private Place find(String text) {
    InetAddress address = Addresses.of(text);
    if (address == null) {
      return Place.NONE;
    }
    return new Place(
        address.getHostAddress(),
        Addresses.network(address).getHostAddress(),
        Addresses.isPublic(address) ? country(address) : null);
  }

  private @Nullable String country(InetAddress address) {
    try {
      Map<?, ?> found = READER.get().get(address, Map.class);
      return found == null ? null : (String) found.get("country_code");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reader shipped() {
    try (InputStream file = Objects.requireNonNull(Places.class.getResourceAsStream(FILE), FILE)) {
      return new Reader(file, new CHMCache());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
