package io.vitrine.store.records;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the records.
 *
 * @param freeSpace the product says that it is not ready when the disk has less than this left
 */
@ConfigurationProperties("vitrine.records")
record RecordSettings(@DefaultValue("256MB") DataSize freeSpace) {}
