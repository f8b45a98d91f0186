package io.vitrine.logs;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How logs come in beside the API.
 *
 * @param uploadLimit largest file
 * @param syslogPort of syslog over TCP and UDP; 0 for none
 * @param gelfPort of GELF over TCP and UDP; 0 for none
 */
@ConfigurationProperties("vitrine.logs")
public record LogSettings(
    @DefaultValue("100MB") DataSize uploadLimit,
    @DefaultValue("0") @Min(0) @Max(65_535) int syslogPort,
    @DefaultValue("0") @Min(0) @Max(65_535) int gelfPort) {}
