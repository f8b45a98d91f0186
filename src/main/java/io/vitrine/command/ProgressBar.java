package io.vitrine.command;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** Shows on standard error how far a command is, once it takes longer than a second. */
final class ProgressBar implements DoubleConsumer {

  private static final int WIDTH = 30;
  private static final Duration BAR_EVERY = Duration.ofMillis(200);
  private static final Duration LINE_EVERY = Duration.ofSeconds(5);

  private final PrintWriter out;
  private final InstantSource clock;
  private final boolean terminal;
  private final String what;
  private final Instant started;
  private Instant shown;
  private boolean open;

  ProgressBar(PrintWriter out, InstantSource clock, boolean terminal, String what) {
    this.out = out;
    this.clock = clock;
    this.terminal = terminal;
    this.what = what;
    this.started = clock.instant();
    this.shown = started.plusSeconds(1).minus(every());
  }

  static boolean onTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  private Duration every() {
    return terminal ? BAR_EVERY : LINE_EVERY;
  }

  /** Tells the part that is done, 0 to 1. */
  @Override
  public void accept(double part) {
    Instant now = clock.instant();
    if (now.isAfter(shown.plus(every()))) {
      shown = now;
      show(part, now);
    }
  }

  private void show(double part, Instant now) {
    if (terminal) {
      out.print("\r" + bar(part) + left(part, now) + "   ");
      open = true;
    } else {
      out.println(what + ": " + percent(part) + left(part, now));
    }
    out.flush();
  }

  private String bar(double part) {
    int full = (int) Math.round(part * WIDTH);
    return what + " [" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + percent(part);
  }

  private static String percent(double part) {
    return String.format(Locale.ROOT, "%d %%", Math.round(part * 100));
  }

  private String left(double part, Instant now) {
    double spent = Duration.between(started, now).toMillis() / 1000.0;
    return part < 0.01 ? "" : ", " + Math.round(spent * (1 - part) / part) + " s left";
  }

  /** Ends the line of the bar. */
  void close() {
    if (open) {
      out.println("\r" + bar(1) + "               ");
      out.flush();
    }
  }
}
