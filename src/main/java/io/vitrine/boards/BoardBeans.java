package io.vitrine.boards;

import io.vitrine.store.Records;
import io.vitrine.store.SavedRecord.Kind;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts charts and dashboards together. */
@Configuration(proxyBeanMethods = false)
class BoardBeans {

  @Bean
  Charts charts(Records records, Clock clock, JsonMapper json) {
    return new Charts(new Shelf(records.saved(), Kind.CHART, clock), json);
  }
}
