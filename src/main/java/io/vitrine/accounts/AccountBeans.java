package io.vitrine.accounts;

import io.vitrine.limits.Limits;
import io.vitrine.model.Shop;
import io.vitrine.store.Records;
import io.vitrine.store.StoreSettings;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts the accounts together. */
@Configuration(proxyBeanMethods = false)
class AccountBeans {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Registration registration(AccountSettings settings, OidcSettings provider) {
    return new Registration(settings.registration(), provider.isOn() ? provider.name() : null);
  }

  @Bean
  Secrets secrets() {
    return new Secrets(new SecureRandom());
  }

  @Bean
  Passwords passwords(AccountSettings settings) {
    return new Passwords(settings.passwordCost());
  }

  @Bean
  Tokens tokens(StoreSettings store, Clock clock, AccountSettings settings) {
    return new Tokens(SigningKey.of(store.folder()), clock, settings.accessTokenLife());
  }

  @Bean
  Audit audit(Records records, Clock clock) {
    return new Audit(records.audit(), clock);
  }

  @Bean
  Users users(Records records, Passwords passwords, Clock clock) {
    return new Users(records, passwords, clock);
  }

  @Bean
  FirstAdmin firstAdmin(Users users, Secrets secrets, Audit audit, AdminSettings admin) {
    FirstAdmin first = new FirstAdmin(users, secrets, audit);
    first.ensure(admin.username(), admin.password());
    return first;
  }

  @Bean
  Attempts attempts(AccountSettings settings, Clock clock, Limits limits) {
    return new Attempts(settings, clock, limits);
  }

  @Bean
  SecondFactors secondFactors(
      Records records,
      StoreSettings store,
      Secrets secrets,
      Clock clock,
      AccountSettings settings,
      Shop shop) {
    SecondFactors factors =
        new SecondFactors(
            records.secondFactors(),
            Seal.of(store.folder(), secrets),
            secrets,
            clock,
            settings.secondFactorFor(),
            shop.name());
    factors.sealAll();
    return factors;
  }

  @Bean
  SignIn signIn(
      Records records,
      Passwords passwords,
      Tokens tokens,
      Secrets secrets,
      Attempts attempts,
      SecondFactors factors,
      Audit audit,
      Clock clock,
      AccountSettings settings) {
    return new SignIn(
        records, passwords, tokens, secrets, attempts, factors, audit, clock, settings);
  }

  @Bean
  Oidc oidc(OidcSettings settings, Secrets secrets, Clock clock) {
    return new Oidc(new OidcProvider(settings, clock), secrets);
  }

  @Bean
  OidcAccounts oidcAccounts(
      OidcSettings settings,
      Records records,
      Users users,
      Secrets secrets,
      Audit audit,
      Clock clock) {
    return new OidcAccounts(settings, records.identities(), users, secrets, audit, clock);
  }

  @Bean
  Keys keys(Records records, Secrets secrets, Clock clock) {
    return new Keys(records.keys(), secrets, clock);
  }

  @Bean
  Declared declared(List<RequestMappingHandlerMapping> mappings) {
    return new Declared(mappings);
  }

  @Bean
  Credentials credentials(SignIn signIn, Keys keys) {
    return new Credentials(signIn, keys);
  }

  @Bean
  WebMvcConfigurer gateAtEveryEndpoint(Credentials credentials) {
    Gate gate = new Gate(credentials);
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(gate);
      }

      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(gate);
      }
    };
  }
}
