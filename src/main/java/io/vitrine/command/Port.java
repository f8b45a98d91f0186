package io.vitrine.command;

import io.vitrine.model.Problem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says where to listen. */
final class Port {

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8050",
      description = "Where it listens; 0 picks a free port. Default: ${DEFAULT-VALUE}.")
  private int number;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  /** The port, once it is known to be free. */
  int free() {
    if (number < 0 || number > 65_535) {
      throw new ParameterException(
          command.commandLine(), "--port is " + number + ", not 0 to 65535");
    }
    if (taken()) {
      throw new Problem(
          "port_in_use",
          Problem.Category.CONFLICT,
          "port " + number + " is in use by another program; choose another with --port N");
    }
    return number;
  }

  private boolean taken() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
      return false;
    } catch (IOException inUse) {
      return true;
    }
  }
}
