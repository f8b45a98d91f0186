package io.vitrine.command;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

/** Tells the version. */
@Command(name = "version", mixinStandardHelpOptions = true, description = "Print the version.")
final class VersionCommand implements Runnable, IVersionProvider {

  @Mixin private Report report = new Report();

  @Override
  public void run() {
    String version = version();
    report.tell(
        Map.of("version", version, "java", Runtime.version().toString()),
        "vitrine " + version + " on Java " + Runtime.version());
  }

  private static String version() {
    return Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"vitrine " + version()};
  }
}
