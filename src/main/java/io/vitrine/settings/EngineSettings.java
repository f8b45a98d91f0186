package io.vitrine.settings;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of the event store; {@link io.vitrine.store.StoreSettings} tells what each means.
 *
 * @param threads 0 for as many as there are processors, at least 2
 */
@ConfigurationProperties("vitrine.store")
record EngineSettings(
    @DefaultValue("512MB")
        @Pattern(regexp = "\\d+(\\.\\d+)?[KMGT]i?B", message = "must be a size such as 512MB")
        String memory,
    @DefaultValue("0") @PositiveOrZero int threads,
    @DefaultValue("2") @Min(1) int readers,
    @DefaultValue("30s") Duration questionTimeout,
    @DefaultValue("100000") @Min(1) int rowLimit,
    @DefaultValue("50000") @Min(1) int waitingEvents,
    @DefaultValue("30m") Duration sessionGap) {

  int threadsOrProcessors() {
    return threads > 0 ? threads : Math.max(2, Runtime.getRuntime().availableProcessors());
  }
}
