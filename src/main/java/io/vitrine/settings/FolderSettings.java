package io.vitrine.settings;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where everything is kept.
 *
 * @param data the data folder
 */
@ConfigurationProperties("vitrine")
record FolderSettings(@DefaultValue("./data") Path data) {}
