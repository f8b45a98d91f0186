package io.vitrine.store.records;

import io.vitrine.model.HealthCheck;
import io.vitrine.store.Records;
import io.vitrine.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The records of the running program, and whether they can be kept. */
@Configuration(proxyBeanMethods = false)
class RecordBeans {

  @Bean
  Records records(StoreSettings settings) {
    return Records.open(settings.folder());
  }

  @Bean
  HealthCheck recordsHealth(Records records) {
    return new Check("record_store", () -> answers(records));
  }

  @Bean
  HealthCheck diskHealth(StoreSettings settings, RecordSettings wanted) {
    return new Check("disk_space", () -> room(settings, wanted.freeSpace().toBytes()));
  }

  private static Optional<String> answers(Records records) {
    records.check();
    return Optional.empty();
  }

  private static Optional<String> room(StoreSettings settings, long wanted) throws IOException {
    long free = Files.getFileStore(settings.folder()).getUsableSpace();
    return free < wanted
        ? Optional.of(free + " bytes are free on the disk of the data folder, less than " + wanted)
        : Optional.empty();
  }

  private record Check(String name, Trial trial) implements HealthCheck {
    @Override
    public Optional<String> problem() {
      try {
        return trial.problem();
      } catch (IOException | RuntimeException e) {
        return Optional.of("it does not answer");
      }
    }
  }

  private interface Trial {
    Optional<String> problem() throws IOException;
  }
}
