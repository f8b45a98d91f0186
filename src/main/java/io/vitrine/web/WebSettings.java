package io.vitrine.web;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the edge.
 *
 * @param trustedProxies addresses or networks of proxies whose X-Forwarded-For is believed
 * @param dashboards address of a page of OpenSearch Dashboards or Kibana that is shown beside the
 *     logs; none when empty. Frames of other places are refused
 * @param bodyLimit largest body of a request that is not an upload
 */
@ConfigurationProperties("vitrine.web")
record WebSettings(
    @DefaultValue List<String> trustedProxies,
    @DefaultValue("32MB") DataSize bodyLimit,
    @DefaultValue("") @Pattern(regexp = "(" + ORIGIN + "([/?#][^\\s\"<>]*)?)?") String dashboards) {

  /** Nothing of it can end a directive of a content security policy. */
  private static final String ORIGIN = "https?://[A-Za-z0-9._:\\[\\]-]+";

  /** Scheme, host and port of the dashboards; null when there are none. */
  @Nullable String dashboardsOrigin() {
    if (dashboards.isEmpty()) {
      return null;
    }
    String[] parts = dashboards.split("[/?#]", 4);
    return parts[0] + "//" + parts[2];
  }
}
