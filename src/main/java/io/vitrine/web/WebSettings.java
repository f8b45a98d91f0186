package io.vitrine.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the edge.
 *
 * @param trustedProxies addresses or networks of proxies whose X-Forwarded-For is believed
 * @param bodyLimit largest body of a request that is not an upload
 */
@ConfigurationProperties("vitrine.web")
record WebSettings(
    @DefaultValue List<String> trustedProxies, @DefaultValue("32MB") DataSize bodyLimit) {}
