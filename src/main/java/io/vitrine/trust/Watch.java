package io.vitrine.trust;

import io.vitrine.store.SecurityFinding;
import io.vitrine.store.SecurityRecords;
import io.vitrine.trust.attacks.AttackClass;
import io.vitrine.trust.attacks.Severity;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at requests, wherever they come from, and makes findings of what they try. What one source
 * tries at one place is one finding until it pauses for {@value #PAUSE_MINUTES} minutes or the hour
 * ends, so that a flood of requests is a handful of rows. Thread-safe; what is found is kept by
 * {@link #flush}, together with how far the stored events were looked at.
 */
final class Watch {

  private static final int PAUSE_MINUTES = 10;
  private static final Duration PAUSE = Duration.ofMinutes(PAUSE_MINUTES);
  private static final int MOST_OPEN = 20_000;

  /** Beyond so many targets in an hour a source has one finding a class. */
  private static final int MOST_TARGETS = 25;

  private static final int CLASSES_OF_A_CHAIN = 3;
  private static final Pattern NUMBERS = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9]+");

  private final SecurityRecords records;
  private final AllowList allowed;
  private final Function<String, @Nullable String> countries;
  private final Consumer<SecurityFinding> publish;
  private final Habits habits = new Habits();
  private final Map<String, SecurityFinding> open = bounded();
  private final Map<String, Integer> targets = bounded();
  private final Map<String, Tried> tried = bounded();

  /** What the records do not know yet; the newest, while they cannot be written. */
  private final Map<UUID, SecurityFinding> changed = bounded();

  private final Map<UUID, SecurityFinding> begun = bounded();
  private final Progress progress;

  /** Held while something is written, so that nothing older is written behind it. */
  private final Object writing = new Object();

  Watch(
      SecurityRecords records,
      AllowList allowed,
      Function<String, @Nullable String> countries,
      Consumer<SecurityFinding> publish) {
    this.records = records;
    this.allowed = allowed;
    this.countries = countries;
    this.publish = publish;
    this.progress = new Progress(() -> records.position().orElse(0L));
  }

  private static <K, T> Map<K, T> bounded() {
    return new LinkedHashMap<>(256, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, T> eldest) {
        return size() > MOST_OPEN;
      }
    };
  }

  /** Looks at a request. */
  void see(Exchange exchange) {
    List<Suspicion> found = Inspection.of(exchange);
    synchronized (this) {
      judge(exchange, found);
    }
  }

  /**
   * Looks at the request that a stored event tells of.
   *
   * @param sequence number of the event; all before it were looked at
   */
  void see(Exchange exchange, long sequence) {
    List<Suspicion> found = Inspection.of(exchange);
    synchronized (this) {
      progress.saw(sequence);
      judge(exchange, found);
    }
  }

  /** Nothing that was not looked at is left up to a sequence number. */
  synchronized void saw(long sequence) {
    progress.saw(sequence);
  }

  /** Sequence number up to which events were looked at. */
  synchronized long seen() {
    return progress.seen();
  }

  private void judge(Exchange exchange, List<Suspicion> found) {
    found.addAll(habits.see(exchange));
    if (found.isEmpty()) {
      return;
    }
    found.removeIf(suspicion -> allowed.allows(exchange, suspicion));
    found.forEach(suspicion -> note(exchange, suspicion));
    chain(exchange, found);
  }

  /** Keeps what was found since the last time; what cannot be kept waits for the next time. */
  void flush() {
    synchronized (writing) {
      News news = news();
      if (news == null) {
        return;
      }
      try {
        records.keep(news.changed(), news.seen());
      } catch (RuntimeException failure) {
        putBack(news);
        throw failure;
      }
      noted(news.seen());
      news.begun().forEach(publish);
    }
  }

  /**
   * What is to be written in one go.
   *
   * @param changed findings, as they are now
   * @param begun those that nobody was told of, as they were at first
   * @param seen how far events were looked at for it
   */
  private record News(List<SecurityFinding> changed, List<SecurityFinding> begun, long seen) {}

  private synchronized @Nullable News news() {
    if (changed.isEmpty() && !progress.isDue()) {
      return null;
    }
    News news =
        new News(List.copyOf(changed.values()), List.copyOf(begun.values()), progress.seen());
    changed.clear();
    begun.clear();
    return news;
  }

  /** What changed again meanwhile is newer. */
  private synchronized void putBack(News news) {
    news.changed().forEach(finding -> changed.putIfAbsent(finding.id(), finding));
    news.begun().forEach(finding -> begun.put(finding.id(), finding));
  }

  private synchronized void noted(long sequence) {
    progress.noted(sequence);
  }

  /** Several classes of attacks from one source are somebody who looks for a way in. */
  private void chain(Exchange exchange, List<Suspicion> found) {
    if (found.isEmpty()) {
      return;
    }
    Tried before = tried.computeIfAbsent(exchange.source(), _ -> new Tried());
    if (before.add(found, exchange.at())) {
      String words = before.words();
      note(exchange, Suspicion.habit(AttackClass.ATTACK_CHAIN, "several-classes", words, 1));
    }
  }

  private void note(Exchange exchange, Suspicion suspicion) {
    String key = key(exchange, suspicion);
    SecurityFinding known = open.get(key);
    if (known != null && goesOn(known, exchange.at())) {
      keep(key, more(known, exchange, suspicion));
      return;
    }
    SecurityFinding first = begin(exchange, suspicion);
    keep(key, first);
    begun.put(first.id(), first);
  }

  private void keep(String key, SecurityFinding finding) {
    open.put(key, finding);
    changed.put(finding.id(), finding);
  }

  private String key(Exchange exchange, Suspicion suspicion) {
    Instant hour = exchange.at().truncatedTo(ChronoUnit.HOURS);
    String source =
        exchange.origin() + " " + exchange.source() + " " + suspicion.kind() + " " + hour;
    if (suspicion.part().place() == Part.Place.HABIT || isSearching(suspicion.kind())) {
      return source + " " + suspicion.rule();
    }
    String path = NUMBERS.matcher(exchange.path()).replaceAll("0");
    String key = source + " " + exchange.method() + " " + path;
    if (open.containsKey(key)) {
      return key;
    }
    int count = targets.merge(source, 1, Integer::sum);
    return count <= MOST_TARGETS ? key : source;
  }

  /** Who looks for files asks for one path after the other; that is one thing. */
  private static boolean isSearching(AttackClass kind) {
    return kind == AttackClass.SENSITIVE_FILE_PROBE
        || kind == AttackClass.SCANNER
        || kind == AttackClass.METHOD_ABUSE;
  }

  private static boolean goesOn(SecurityFinding known, Instant at) {
    return at.isBefore(known.lastAt().plus(PAUSE))
        && at.truncatedTo(ChronoUnit.HOURS).equals(known.firstAt().truncatedTo(ChronoUnit.HOURS));
  }

  private static SecurityFinding more(SecurityFinding known, Exchange exchange, Suspicion more) {
    Instant last = exchange.at().isAfter(known.lastAt()) ? exchange.at() : known.lastAt();
    Instant first = exchange.at().isBefore(known.firstAt()) ? exchange.at() : known.firstAt();
    return new SecurityFinding(
        known.id(),
        known.kind(),
        known.category(),
        known.severity(),
        known.rule(),
        known.place(),
        known.evidence(),
        known.sample(),
        known.origin(),
        known.service(),
        known.target(),
        known.address(),
        known.country(),
        known.agent(),
        known.user(),
        status(exchange),
        exchange.eventId(),
        first,
        last,
        known.count() + more.requests(),
        known.state(),
        known.note(),
        known.decidedBy(),
        known.decidedAt());
  }

  private SecurityFinding begin(Exchange exchange, Suspicion suspicion) {
    return new SecurityFinding(
        UUID.randomUUID(),
        suspicion.kind().wireName(),
        word(suspicion.kind().category()),
        severity(suspicion.severity()),
        suspicion.rule(),
        cut(suspicion.part().where(), 200),
        cut(suspicion.words(), 400),
        cut(Inspection.sample(suspicion.part()), 600),
        exchange.origin().wireName(),
        cutOrNull(exchange.service(), 128),
        cut(exchange.target(), 400),
        cutOrNull(exchange.address(), 64),
        country(exchange),
        cutOrNull(exchange.agent(), 400),
        cutOrNull(exchange.user(), 128),
        status(exchange),
        exchange.eventId(),
        exchange.at(),
        exchange.at(),
        suspicion.requests(),
        "open",
        null,
        null,
        null);
  }

  private @Nullable String country(Exchange exchange) {
    if (exchange.country() != null || exchange.address() == null) {
      return exchange.country();
    }
    return countries.apply(exchange.address());
  }

  private static @Nullable Integer status(Exchange exchange) {
    return exchange.status() == 0 ? null : exchange.status();
  }

  private static String severity(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Text that a database and a page can keep: shortened, with no sign that is none. */
  private static String cut(String text, int most) {
    StringBuilder kept = new StringBuilder(Math.min(text.length(), most));
    for (int i = 0; i < text.length() && kept.length() < most; i++) {
      char sign = text.charAt(i);
      kept.append(isWritten(sign) ? sign : '\u00b7');
    }
    return kept.toString();
  }

  private static boolean isWritten(char sign) {
    boolean control = sign < ' ' && sign != '\n' && sign != '\t';
    return !control && !Character.isSurrogate(sign);
  }

  private static @Nullable String cutOrNull(@Nullable String text, int most) {
    return text == null ? null : cut(text, most);
  }

  /** What a source tried lately. */
  private static final class Tried {

    private final Set<AttackClass> classes = EnumSet.noneOf(AttackClass.class);
    private Instant last = Instant.EPOCH;

    /** Whether that makes a chain, or goes on with one. */
    boolean add(List<Suspicion> found, Instant at) {
      if (at.isAfter(last.plus(PAUSE))) {
        classes.clear();
      }
      last = at.isAfter(last) ? at : last;
      for (Suspicion suspicion : found) {
        if (suspicion.severity().compareTo(Severity.MEDIUM) >= 0) {
          classes.add(suspicion.kind());
        }
      }
      return classes.size() >= CLASSES_OF_A_CHAIN;
    }

    String words() {
      return String.join(", ", classes.stream().map(AttackClass::wireName).toList());
    }
  }
}
