package io.vitrine.bench;

import java.util.List;
import picocli.CommandLine.Option;

/** How a measurement sends, and whether the product is recorded meanwhile. */
final class Sending {

  @Option(names = "--connections", description = "Senders at once, ${DEFAULT-VALUE} if not given.")
  private int connections;

  @Option(names = "--batch", description = "Records of a request, ${DEFAULT-VALUE} if not given.")
  private int batch;

  @Option(names = "--profile", description = "Also record a profile of the product.")
  private boolean profile;

  /**
   * @param connections unless somebody says otherwise
   * @param batch unless somebody says otherwise
   */
  Sending(int connections, int batch) {
    this.connections = connections;
    this.batch = batch;
  }

  int connections() {
    return connections;
  }

  int batch() {
    return batch;
  }

  /** The product's virtual machine, which records a profile if that is asked for. */
  List<String> machine(Launch launch, String name) {
    return profile
        ? launch.machine(
            "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                + launch.log(name).resolveSibling(name + ".jfr"))
        : launch.machine();
  }
}
