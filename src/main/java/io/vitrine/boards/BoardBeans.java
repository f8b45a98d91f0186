package io.vitrine.boards;

import io.vitrine.model.DataDays;
import io.vitrine.model.Shop;
import io.vitrine.store.Answers;
import io.vitrine.store.LogIndex;
import io.vitrine.store.Records;
import io.vitrine.store.SavedRecord.Kind;
import io.vitrine.store.StoreSettings;
import java.security.SecureRandom;
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

  @Bean
  Calendar boardCalendar(Shop shop, DataDays days, Clock clock) {
    return new Calendar(shop, days, clock);
  }

  @Bean
  LogCounting logCounting(LogIndex index, Shop shop, Clock clock) {
    return new LogCounting(index, shop, clock);
  }

  @Bean
  Asking asking(Answers answers, LogCounting counting) {
    return new Asking(answers, counting);
  }

  @Bean
  LinkKey linkKey(StoreSettings store) {
    return LinkKey.of(store.folder(), new SecureRandom());
  }

  @Bean
  Dashboards dashboards(
      Records records,
      Charts charts,
      Answers answers,
      Calendar calendar,
      Clock clock,
      JsonMapper json) {
    return new Dashboards(
        new Shelf(records.saved(), Kind.DASHBOARD, clock),
        records.saved(),
        charts,
        new ReadyBoard(answers, calendar),
        json);
  }

  @Bean(initMethod = "make")
  LogBoard logBoard(Records records, Charts charts, JsonMapper json, Clock clock) {
    return new LogBoard(records, charts, json, clock);
  }

  @Bean
  Embeds embeds(
      Records records,
      Dashboards dashboards,
      Asking asking,
      Calendar calendar,
      LinkKey key,
      Clock clock) {
    return new Embeds(records.embeds(), dashboards, asking, calendar, key, clock);
  }

  @Bean
  Mailings mailings(Records records, Shop shop, Clock clock) {
    return new Mailings(records.mailings(), shop, clock);
  }

  @Bean(initMethod = "start")
  MailRounds mailRounds(
      MailSettings settings,
      Mailings mailings,
      Records records,
      Dashboards dashboards,
      Asking asking,
      Calendar calendar,
      LinkKey key,
      Shop shop,
      Clock clock) {
    return new MailRounds(
        settings, mailings, records.mailings(), dashboards, asking, calendar, key, shop, clock);
  }
}
