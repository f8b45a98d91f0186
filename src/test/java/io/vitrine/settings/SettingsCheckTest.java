package io.vitrine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.LiveApp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Settings that are wrong stop the start, all of them at once. */
class SettingsCheckTest {

  @TempDir Path data;

  @Test
  void everyProblemIsToldAtOnceAndByName() {
    assertThatThrownBy(
            () ->
                LiveApp.start(
                        data,
                        "vitrine.shop.zone=Europe/Atlantis",
                        "vitrine.shop.currency=Taler",
                        "vitrine.store.question-timeout=soon",
                        "vitrine.shop.nmae=Mine",
                        "vitrine.colour=blue")
                    .close())
        .isInstanceOf(SettingsProblem.class)
        .hasMessageContaining("vitrine.shop.zone is 'Europe/Atlantis' but must be a ZoneId")
        .hasMessageContaining("vitrine.shop.currency is 'Taler' but must be a Currency")
        .hasMessageContaining("vitrine.store.question-timeout is 'soon'")
        .hasMessageContaining("vitrine.shop.nmae is not a setting")
        .hasMessageContaining("vitrine.colour is not a setting");
    assertThat(data).isEmptyDirectory();
  }

  @Test
  void aBrokenRuleIsToldWithItsValue() {
    assertThatThrownBy(
            () ->
                LiveApp.start(
                        data,
                        "vitrine.accounts.password-cost=3",
                        "vitrine.shop.segments=5,20,20",
                        "vitrine.store.row-limit=0")
                    .close())
        .isInstanceOf(SettingsProblem.class)
        .hasMessageContaining("vitrine.accounts.password-cost is 3 but must be")
        .hasMessageContaining("vitrine.shop.segments is [5, 20, 20] but must be 3 whole numbers")
        .hasMessageContaining("vitrine.store.row-limit is 0 but must be");
  }

  @Test
  void variablesOfTheEnvironmentAreSettingsToo() {
    assertThat(
            problems(
                Map.of(
                    "VITRINE_SHOP_NAME", "a",
                    "VITRINE_STORE_SESSION_GAP", "1h",
                    "VITRINE_STORE_SESSIONGAP", "1h",
                    "VITRINE_WEB_TRUSTED_PROXIES_0", "10.0.0.1",
                    "VITRINE_PORT_8050_TCP_ADDR", "10.0.0.1",
                    "VITRINE_SERVICE_HOST", "10.0.0.1",
                    "OTHER_THING", "x")))
        .isEmpty();
    assertThat(problems(Map.of("VITRINE_SHOP_NAM", "a")))
        .containsExactly("the environment variable VITRINE_SHOP_NAM is not a setting");
  }

  @Test
  void everySettingIsListedInTheFile() throws Exception {
    EnumerablePropertySource<?> file =
        (EnumerablePropertySource<?>)
            new YamlPropertySourceLoader()
                .load("file", new ClassPathResource("application.yml"))
                .getFirst();
    List<String> listed = List.of(file.getPropertyNames());
    for (Setting setting : Setting.of(records())) {
      assertThat(listed).anyMatch(name -> name.startsWith(setting.name().toString()));
    }
  }

  /** All records of settings but the first admin's, whose home is the environment. */
  private static List<Class<?>> records() throws ClassNotFoundException {
    ClassPathScanningCandidateComponentProvider scanner =
        new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    List<Class<?>> records = new ArrayList<>();
    for (BeanDefinition found : scanner.findCandidateComponents("io.vitrine")) {
      records.add(Class.forName(found.getBeanClassName()));
    }
    assertThat(records).hasSizeGreaterThan(5);
    records.removeIf(record -> Setting.prefix(record).equals(Optional.of("vitrine.admin")));
    return records;
  }

  private static List<String> problems(Map<String, Object> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .forEach(source -> environment.getPropertySources().remove(source.getName()));
    environment
        .getPropertySources()
        .addFirst(new SystemEnvironmentPropertySource("systemEnvironment", variables));
    ConfigurationPropertySources.attach(environment);
    List<Setting> known =
        Setting.of(List.of(ShopSettings.class, EngineSettings.class, ProxySettings.class));
    return new UnknownNames(environment, known).problems();
  }

  @ConfigurationProperties("vitrine.web")
  private record ProxySettings(List<String> trustedProxies) {}
}
