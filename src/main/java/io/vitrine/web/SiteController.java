package io.vitrine.web;

import io.vitrine.accounts.Public;
import io.vitrine.accounts.Registration;
import io.vitrine.model.DataDays;
import io.vitrine.model.Period;
import io.vitrine.model.Shop;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the pages have to know before anybody has signed in. */
@RestController
class SiteController {

  private final Shop shop;
  private final Registration registration;
  private final ObjectProvider<DataDays> days;
  private final String version;

  SiteController(
      Shop shop,
      Registration registration,
      ObjectProvider<DataDays> days,
      @Value("${info.version:unknown}") String version) {
    this.shop = shop;
    this.registration = registration;
    this.days = days;
    this.version = version;
  }

  @Public
  @GetMapping("/api/site")
  Site site() {
    Optional<Period> known = days.stream().findFirst().flatMap(DataDays::days);
    return new Site(
        shop.name(),
        shop.currency().getCurrencyCode(),
        shop.zone().getId(),
        shop.language().getLanguage(),
        registration.isOpen(),
        registration.provider(),
        shop.demo(),
        version,
        known.map(Period::from).orElse(null),
        known.map(Period::to).orElse(null));
  }

  /**
   * The shop and its product.
   *
   * @param signInProvider what the provider of sign-in is called; absent when there is none
   * @param firstDay first day with events; absent for a shop without any
   * @param lastDay last such day
   */
  record Site(
      String shopName,
      String currency,
      String zone,
      String language,
      boolean registrationEnabled,
      @Nullable String signInProvider,
      boolean demo,
      String version,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay) {}
}
