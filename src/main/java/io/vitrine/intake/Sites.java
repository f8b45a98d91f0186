package io.vitrine.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Knows sites by their hosts and by their names as sources. Thread-safe. */
final class Sites {

  private static final String FILE = "sites.csv";
  private static final int REMEMBERED = 10_000;

  private final Map<String, Site> byHost = new HashMap<>();
  private final Map<String, Site.Kind> bySource = new HashMap<>();
  private final Cache<String, Site> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /** The list that ships with the product. */
  static Sites shipped() {
    try (InputStream file = Objects.requireNonNull(Sites.class.getResourceAsStream(FILE), FILE)) {
      return new Sites(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Sites(List<String> lines) {
    for (String line : lines) {
      if (!line.startsWith("#")) {
        String[] cells = line.split(",", 3);
        Site.Kind kind = Site.Kind.valueOf(cells[2].toUpperCase(Locale.ROOT));
        byHost.put(cells[0], new Site(cells[0], cells[1], kind));
        bySource.putIfAbsent(cells[1], kind);
        bySource.putIfAbsent(cells[0], kind);
      }
    }
  }

  /** The site of a host, known or not. */
  Site of(String host) {
    return Objects.requireNonNull(known.get(host, this::find));
  }

  /** What a source of a campaign is: the name or the host of a site of the list, or OTHER. */
  Site.Kind kindOf(String source) {
    Site.Kind kind = bySource.get(source);
    if (kind != null) {
      return kind;
    }
    return source.indexOf('.') > 0 ? of(source).kind() : Site.Kind.OTHER;
  }

  /** The longest end of the host that the list has. */
  private Site find(String host) {
    String bare = host.startsWith("www.") ? host.substring(4) : host;
    for (int from = 0; from >= 0; from = after(bare, from)) {
      Site site = listed(bare.substring(from));
      if (site != null) {
        return new Site(bare, site.source(), site.kind());
      }
    }
    return new Site(bare, bare, Site.Kind.OTHER);
  }

  private static int after(String host, int from) {
    return host.indexOf('.', from) + 1 > 0 ? host.indexOf('.', from) + 1 : -1;
  }

  private @Nullable Site listed(String end) {
    Site site = byHost.get(end);
    return site == null ? byHost.get(anyCountry(end)) : site;
  }

  /** A host with a star for the ending of a country: google.fr and google.co.uk are google.*. */
  private static String anyCountry(String host) {
    int last = host.lastIndexOf('.');
    if (last < 0) {
      return host;
    }
    int before = host.lastIndexOf('.', last - 1);
    boolean isTwoPart = before > 0 && last - before <= 4 && host.length() - last == 3;
    return host.substring(0, isTwoPart ? before : last) + ".*";
  }
}
