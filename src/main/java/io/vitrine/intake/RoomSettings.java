package io.vitrine.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * When the disk counts as full.
 *
 * @param leastFree with less than this left on the disk of the data folder nothing is taken in
 */
@ConfigurationProperties("vitrine.intake")
record RoomSettings(@DefaultValue("128MB") DataSize leastFree) {}
