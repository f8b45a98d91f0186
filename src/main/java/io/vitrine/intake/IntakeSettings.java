package io.vitrine.intake;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What comes in, and how much of it.
 *
 * @param bodyLimit most bytes of a request's body, as it is sent and after it is unpacked
 * @param recordLimit most bytes of one record
 * @param records most records of a request
 * @param inFlight most bytes of all requests that are being decoded or stored
 * @param clockTolerance how far ahead of ours a sender's clock may be
 * @param addresses what is kept of a client's address
 * @param ownHosts hosts of the shop, and all below them: never a source of traffic
 * @param tapEvents most stored events that wait for a tap; more are passed over
 */
@ConfigurationProperties("vitrine.intake")
record IntakeSettings(
    @DefaultValue("16MB") DataSize bodyLimit,
    @DefaultValue("1MB") DataSize recordLimit,
    @DefaultValue("20000") @Min(1) int records,
    @DefaultValue("32MB") DataSize inFlight,
    @DefaultValue("5m") Duration clockTolerance,
    @DefaultValue("off") Anonymise addresses,
    @DefaultValue List<String> ownHosts,
    @DefaultValue("20000") @Min(1) int tapEvents) {

  /** What is kept of a client's address. */
  enum Anonymise {
    /** All of it. */
    OFF,
    /** The network: 24 bits of IPv4, 48 bits of IPv6. */
    TRUNCATE
  }

  /** The defaults. */
  static IntakeSettings defaults() {
    return new IntakeSettings(
        DataSize.ofMegabytes(16),
        DataSize.ofMegabytes(1),
        20_000,
        DataSize.ofMegabytes(32),
        Duration.ofMinutes(5),
        Anonymise.OFF,
        List.of(),
        20_000);
  }
}
