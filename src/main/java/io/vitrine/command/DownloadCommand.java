package io.vitrine.command;

import io.vitrine.history.KaggleDownload;
import io.vitrine.history.KaggleDownload.Fetched;
import io.vitrine.history.KaggleKey;
import io.vitrine.model.Problem;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fetches the RetailRocket set. */
@Command(
    name = "download",
    mixinStandardHelpOptions = true,
    description = {
      "Fetch the RetailRocket set (retailrocket/ecommerce-dataset, CC BY-NC-SA 4.0) from Kaggle with"
          + " your own key.",
      "A download that broke off goes on where it stopped when the command runs again."
    })
final class DownloadCommand implements Callable<Integer> {

  private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");

  @Spec private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where to; import retailrocket reads it from there.")
  private Path out = Path.of("");

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description =
          "The kaggle.json with the key. Default: KAGGLE_USERNAME and KAGGLE_KEY, else"
              + " ~/.kaggle/kaggle.json.")
  private @Nullable Path keyFile;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "A mirror of Kaggle's API. Default: ${DEFAULT-VALUE}.",
      defaultValue = "https://www.kaggle.com/api/v1")
  private URI base = KaggleDownload.API;

  @Mixin private Report report = new Report();

  private final Clock clock;
  private final Map<String, String> environment;

  DownloadCommand(Clock clock, Map<String, String> environment) {
    this.clock = clock;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() {
    safe();
    KaggleKey key = KaggleKey.find(keyFile, environment, Path.of(System.getProperty("user.home")));
    PrintWriter error = command.commandLine().getErr();
    ProgressBar progress =
        new ProgressBar(error, clock, ProgressBar.onTerminal(), "Fetching the set");
    Fetched fetched = new KaggleDownload(base, key, clock, this::await).run(out, progress);
    progress.close();
    report.tell(result(fetched), words(fetched));
    return 0;
  }

  /** The key goes over the net encrypted, or stays on this machine. */
  private void safe() {
    boolean here = base.getHost() != null && THIS_MACHINE.contains(base.getHost());
    boolean encrypted = base.getHost() != null && "https".equalsIgnoreCase(base.getScheme());
    if (!encrypted && !(here && "http".equalsIgnoreCase(base.getScheme()))) {
      throw new ParameterException(
          command.commandLine(), "--base-url is " + base + ", not an https address");
    }
  }

  private void await(Duration wait) {
    PrintWriter error = command.commandLine().getErr();
    error.println("The download broke off; trying again in " + wait.toSeconds() + " s.");
    error.flush();
    try {
      Thread.sleep(wait);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Problem(
          "download_stopped",
          Problem.Category.OUTSIDE,
          "The download was stopped; what has come is kept.");
    }
  }

  private Map<String, Object> result(Fetched fetched) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("out", out.toString());
    result.put("files", fetched.files());
    result.put("bytes", fetched.bytes());
    result.put("resumed_from", fetched.resumedFrom());
    result.put("verified", fetched.verified());
    return result;
  }

  private String words(Fetched fetched) {
    return out + ": " + String.join(", ", fetched.files().keySet());
  }
}
