package io.vitrine;

import io.vitrine.command.OpenPast;
import io.vitrine.command.RunningServer;
import io.vitrine.command.ServerStart;
import io.vitrine.intake.PastIntake;
import io.vitrine.intake.PastIntakeBeans;
import io.vitrine.store.EmbeddedStore;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.aot.AotDetector;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.ClassUtils;

/** Starts the product as a Spring application. */
final class SpringStart implements ServerStart {

  /** Made by the build, so that only the packaged program has it. */
  private static final String KNOWN_BEANS =
      Vitrine.class.getName() + "__ApplicationContextInitializer";

  @Override
  public RunningServer serve(Path data, int port) {
    return new SpringServer(application().run(folder(data), "--server.port=" + port));
  }

  @Override
  public RunningServer demo(Path data, int port) {
    return new SpringServer(
        application().profiles("demo").run(folder(data), "--server.port=" + port));
  }

  @Override
  public EventStore store(Path data) {
    try (ConfigurableApplicationContext context = settings(data)) {
      return store(context);
    }
  }

  @Override
  public OpenPast past(Path data) {
    try (ConfigurableApplicationContext context = settings(data)) {
      PastIntake intake = context.getBean(PastIntake.class);
      return new OpenPast(store(context), intake);
    }
  }

  private static EventStore store(ConfigurableApplicationContext context) {
    return EmbeddedStore.events(context.getBean(StoreSettings.class), Clock.systemUTC());
  }

  private static ConfigurableApplicationContext settings(Path data) {
    System.setOut(System.err);
    return new SpringApplicationBuilder(StoreSettingsOnly.class, PastIntakeBeans.class)
        .web(WebApplicationType.NONE)
        .run(folder(data));
  }

  /** Standard output is for results; what the server logs goes to standard error. */
  private static SpringApplicationBuilder application() {
    System.setOut(System.err);
    if (ClassUtils.isPresent(KNOWN_BEANS, SpringStart.class.getClassLoader())) {
      System.setProperty(AotDetector.AOT_ENABLED, "true");
    }
    return new SpringApplicationBuilder(Vitrine.class);
  }

  private static String folder(Path data) {
    return "--vitrine.data=" + data.toAbsolutePath().normalize();
  }
}
