package io.vitrine;

import io.vitrine.command.RunningServer;
import io.vitrine.command.ServerStart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the product as a Spring application. */
final class SpringStart implements ServerStart {

  @Override
  public RunningServer serve(Path data, int port, Map<String, String> settings) {
    List<String> arguments = new ArrayList<>(List.of(folder(data), "--server.port=" + port));
    settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
    return new SpringServer(application().run(arguments.toArray(String[]::new)));
  }

  @Override
  public RunningServer open(Path data) {
    return new SpringServer(application().web(WebApplicationType.NONE).run(folder(data)));
  }

  private static SpringApplicationBuilder application() {
    return new SpringApplicationBuilder(Vitrine.class);
  }

  private static String folder(Path data) {
    return "--vitrine.data=" + data.toAbsolutePath().normalize();
  }
}
