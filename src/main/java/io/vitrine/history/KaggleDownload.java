package io.vitrine.history;

import io.vitrine.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fetches the RetailRocket set from Kaggle with a user's own key and unpacks it. A download that
 * broke off goes on where it stopped, in this run or a later one.
 */
public final class KaggleDownload {

  /** Where Kaggle's public API is. */
  public static final URI API = URI.create("https://www.kaggle.com/api/v1");

  /**
   * What was fetched.
   *
   * @param files the files with their sizes in bytes
   * @param bytes size of the archive
   * @param resumedFrom bytes of it that an earlier run had fetched
   * @param verified what it was checked by: size, crc32c, md5
   */
  public record Fetched(
      Map<String, Long> files, long bytes, long resumedFrom, List<String> verified) {}

  private static final String SET = "retailrocket/ecommerce-dataset";
  private static final String PART = "ecommerce-dataset.zip.part";
  private static final int MOST_FAILURES = 5;
  private static final double PART_OF_FETCHING = 0.8;
  private static final double GROWTH_BY_UNPACKING = 3.4;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern RANGE = Pattern.compile("bytes (?:(\\d+)-\\d+|\\*)/(\\d+)");

  private final URI base;
  private final KaggleKey key;
  private final InstantSource clock;
  private final Consumer<Duration> waiting;

  /**
   * A download that has not begun.
   *
   * @param base where the API is, {@link #API} except for a mirror or a test
   * @param waiting waits so long before another try
   */
  public KaggleDownload(URI base, KaggleKey key, InstantSource clock, Consumer<Duration> waiting) {
    this.base = base;
    this.key = key;
    this.clock = clock;
    this.waiting = waiting;
  }

  /**
   * Fetches the archive and unpacks it into a folder, over files of the same names.
   *
   * @param progress is told the part that is done, 0 to 1
   * @throws Problem when it cannot be done; what has come is kept for another run
   */
  public Fetched run(Path folder, DoubleConsumer progress) {
    try {
      Files.createDirectories(folder);
      try (DownloadPart part = DownloadPart.open(folder.resolve(PART));
          HttpClient http = client()) {
        return run(part, http, folder, progress);
      }
    } catch (IOException failure) {
      throw DownloadRoom.unwritable(folder, failure);
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().followRedirects(Redirect.NEVER).connectTimeout(PATIENCE).build();
  }

  private Fetched run(DownloadPart part, HttpClient http, Path folder, DoubleConsumer progress)
      throws IOException {
    URI uri = URI.create(base.toString().replaceAll("/+$", "") + "/datasets/download/" + SET);
    DownloadRequests requests = new DownloadRequests(http, uri, key, clock);
    long before = part.validator().isPresent() ? part.size() : 0;
    List<String> verified = fetch(requests, part, done -> progress.accept(done * PART_OF_FETCHING));
    long bytes = part.size();
    Map<String, Long> files = unpack(part, folder, progress);
    part.remove();
    return new Fetched(files, bytes, before, verified);
  }

  private static Map<String, Long> unpack(DownloadPart part, Path folder, DoubleConsumer progress)
      throws IOException {
    double all = part.size() * GROWTH_BY_UNPACKING;
    try {
      return new DownloadArchive(part.path())
          .unpack(
              folder,
              written -> {
                double done = Math.min(1, written / all);
                progress.accept(PART_OF_FETCHING + (1 - PART_OF_FETCHING) * done);
              });
    } catch (Problem problem) {
      if (problem.code().equals(DownloadArchive.DAMAGED)) {
        part.remove();
      }
      throw problem;
    }
  }

  /** Tries until the file is whole, has failed too often without getting further, or cannot be. */
  private List<String> fetch(DownloadRequests requests, DownloadPart part, DoubleConsumer progress)
      throws IOException {
    long furthest = part.size();
    int failures = 0;
    while (true) {
      try {
        return receive(requests.ask(part), part, progress);
      } catch (DownloadAgain again) {
        failures = part.size() > furthest ? 1 : failures + 1;
        furthest = Math.max(furthest, part.size());
        if (failures >= MOST_FAILURES || again.isTooLong()) {
          throw again.problem();
        }
        waiting.accept(again.delay(failures));
      }
    }
  }

  private static List<String> receive(
      HttpResponse<InputStream> answer, DownloadPart part, DoubleConsumer progress)
      throws IOException, DownloadAgain {
    try (InputStream body = answer.body()) {
      OptionalLong total = total(answer);
      if (!isWhole(answer, part, total)) {
        prepare(answer, part);
        DownloadRoom.need(part.path(), total.orElse(0) - part.size());
        add(body, part, total, progress);
      }
      return verified(part, total, new DownloadChecksums(answer.headers()));
    }
  }

  /** The size of the whole file, if the answer tells it. */
  private static OptionalLong total(HttpResponse<?> answer) {
    if (answer.statusCode() == 200) {
      return answer.headers().firstValueAsLong("Content-Length");
    }
    Optional<Matcher> range = range(answer.headers());
    return range
        .map(found -> OptionalLong.of(Long.parseLong(found.group(2))))
        .orElse(OptionalLong.empty());
  }

  private static Optional<Matcher> range(HttpHeaders headers) {
    return headers.firstValue("Content-Range").map(RANGE::matcher).filter(Matcher::matches);
  }

  /** Nothing is left to send of a part that is the whole. */
  private static boolean isWhole(HttpResponse<?> answer, DownloadPart part, OptionalLong total)
      throws IOException {
    return answer.statusCode() == 416 && total.isPresent() && total.getAsLong() == part.size();
  }

  /** Goes on with the part, or starts again when the answer is not its rest. */
  private static void prepare(HttpResponse<?> answer, DownloadPart part)
      throws IOException, DownloadAgain {
    if (answer.statusCode() == 200) {
      part.restart(validator(answer.headers()));
      return;
    }
    String start = range(answer.headers()).map(found -> found.group(1)).orElse(null);
    boolean sameVersion = part.validator().equals(Optional.of(validator(answer.headers())));
    if (!sameVersion || !Long.toString(part.size()).equals(start)) {
      part.restart("");
      throw new DownloadAgain(
          "download_range", "The store sent another part than the one asked for.", null);
    }
  }

  /** A strong ETag, else a date; a weak ETag says too little. */
  private static String validator(HttpHeaders headers) {
    return headers
        .firstValue("ETag")
        .filter(tag -> tag.startsWith("\""))
        .or(() -> headers.firstValue("Last-Modified"))
        .orElse("");
  }

  private static void add(
      InputStream body, DownloadPart part, OptionalLong total, DoubleConsumer progress)
      throws IOException, DownloadAgain {
    try (DownloadStall stall = new DownloadStall(body, PATIENCE)) {
      part.add(
          body,
          size -> {
            stall.stir();
            progress.accept(total.isPresent() ? Math.min(1, size / (double) total.getAsLong()) : 0);
          });
    }
  }

  private static List<String> verified(
      DownloadPart part, OptionalLong total, DownloadChecksums checksums)
      throws IOException, DownloadAgain {
    if (total.isPresent() && part.size() < total.getAsLong()) {
      String message = part.size() + " of " + total.getAsLong() + " bytes came before the end.";
      throw new DownloadAgain("download_broken", message, null);
    }
    boolean tooLong = total.isPresent() && part.size() > total.getAsLong();
    if (tooLong || !checksums.hold(part.path())) {
      part.restart("");
      throw new DownloadAgain(
          "download_mismatch", "What came is not what the store's checksum tells.", null);
    }
    List<String> verified = new ArrayList<>(checksums.names());
    total.ifPresent(size -> verified.addFirst("size"));
    return verified;
  }
}
