package io.vitrine.limits;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a client may ask for in a minute.
 *
 * @param requestsPerMinute requests of an address that nobody is signed in at, and of a key that
 *     reads
 * @param signedInPerMinute requests of a person who is signed in
 * @param pageFilesPerMinute files of the pages that an address may fetch
 * @param ingestPerMinute requests of a key that ingests
 * @param eventsPerMinute events of such a key
 * @param bytesPerMinute bytes of such a key
 */
@ConfigurationProperties("vitrine.limits")
record LimitSettings(
    @DefaultValue("200") @Min(1) int requestsPerMinute,
    @DefaultValue("600") @Min(1) int signedInPerMinute,
    @DefaultValue("3000") @Min(1) int pageFilesPerMinute,
    @DefaultValue("30000") @Min(1) int ingestPerMinute,
    @DefaultValue("6000000") @Min(1) long eventsPerMinute,
    @DefaultValue("4GB") DataSize bytesPerMinute) {}
