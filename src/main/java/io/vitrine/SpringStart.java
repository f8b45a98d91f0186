package io.vitrine;

import io.vitrine.command.RunningServer;
import io.vitrine.command.ServerStart;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the product as a Spring application. */
final class SpringStart implements ServerStart {

  @Override
  public RunningServer serve(Path data, int port) {
    return new SpringServer(application().run(folder(data), "--server.port=" + port));
  }

  @Override
  public RunningServer demo(Path data, int port) {
    return new SpringServer(
        application().profiles("demo").run(folder(data), "--server.port=" + port));
  }

  /** Standard output is for results; what the server logs goes to standard error. */
  private static SpringApplicationBuilder application() {
    System.setOut(System.err);
    return new SpringApplicationBuilder(Vitrine.class);
  }

  private static String folder(Path data) {
    return "--vitrine.data=" + data.toAbsolutePath().normalize();
  }
}
