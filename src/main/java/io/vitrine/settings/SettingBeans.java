package io.vitrine.settings;

import io.vitrine.model.Shop;
import io.vitrine.store.StoreSettings;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Hands the shop and the store's settings to whoever needs them. */
@Configuration(proxyBeanMethods = false)
class SettingBeans {

  @Bean
  static SettingsCheck settingsCheck(ConfigurableEnvironment environment) {
    return new SettingsCheck(environment);
  }

  @Bean
  Shop shop(ShopSettings shop) {
    return new Shop(
        shop.name(),
        shop.zone(),
        shop.currency(),
        Locale.forLanguageTag(shop.language()),
        shop.demo());
  }

  @Bean
  StoreSettings storeSettings(FolderSettings folder, ShopSettings shop, EngineSettings engine) {
    return new StoreSettings(
        folder.data().toAbsolutePath().normalize(),
        shop.zone(),
        shop.currency(),
        engine.sessionGap(),
        engine.memory(),
        engine.threadsOrProcessors(),
        engine.readers(),
        engine.questionTimeout(),
        engine.rowLimit(),
        shop.bounds(),
        engine.waitingEvents(),
        shop.carts(),
        shop.origins());
  }
}
