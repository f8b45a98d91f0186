package io.vitrine.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import ua_parser.OSParser;
import ua_parser.Parser;
import ua_parser.UserAgentParser;

/**
 * Reads User-Agent headers and remembers the last ones. Only the first 512 characters are read,
 * which bounds the time that a made-up header can take. Thread-safe; loads its lists at first use.
 */
final class Agents {

  private static final int READ = 512;
  private static final int REMEMBERED = 10_000;

  private final Supplier<BotList> bots = SingletonSupplier.of(BotList::shipped);
  private final Supplier<Families> families = SingletonSupplier.of(Families::shipped);
  private final Cache<String, Agent> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

  /** What a header says. */
  Agent of(String userAgent) {
    return Objects.requireNonNull(known.get(userAgent, this::read));
  }

  private Agent read(String userAgent) {
    String text = PlainText.cut(userAgent, READ);
    Families read = families.get();
    return new Agent(
        bots.get().isBot(text),
        PlainText.cut(read.browsers.parse(text).family, 64),
        PlainText.cut(read.systems.parse(text).family, 64),
        DeviceKind.of(text));
  }

  /** Browsers and systems of uap-core; its list of device models is not needed. */
  private record Families(UserAgentParser browsers, OSParser systems) {

    static Families shipped() {
      LoaderOptions options = Parser.getDefaultLoaderOptions();
      Yaml yaml = new Yaml(new SafeConstructor(options == null ? new LoaderOptions() : options));
      try (InputStream file =
          Objects.requireNonNull(Parser.class.getResourceAsStream("regexes.yaml"))) {
        Map<String, List<Map<String, String>>> lists = yaml.load(file);
        return new Families(
            UserAgentParser.fromList(list(lists, "user_agent_parsers")),
            OSParser.fromList(list(lists, "os_parsers")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static List<Map<String, String>> list(
        Map<String, List<Map<String, String>>> lists, String name) {
      return Objects.requireNonNull(lists.get(name), name);
    }
  }
}
