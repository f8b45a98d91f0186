package io.vitrine.intake;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What foreign money is worth.
 *
 * @param rates reporting currency per unit of another: USD=0.92, or USD=0.92@2025-01-01 from that
 *     day on
 */
@ConfigurationProperties("vitrine.shop")
record RateSettings(@DefaultValue List<String> rates) {}
