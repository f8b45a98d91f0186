package io.vitrine.trust;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the search for attacks.
 *
 * @param findingsKept how long findings are kept, and how old a stored request may be that is
 *     looked at
 * @param mostFindings so many of them at most, the newest
 * @param mostWaiting requests to this product that may wait for the inspection
 */
@ConfigurationProperties("vitrine.security")
record TrustSettings(
    @DefaultValue("90d") Duration findingsKept,
    @DefaultValue("50000") int mostFindings,
    @DefaultValue("10000") int mostWaiting) {}
