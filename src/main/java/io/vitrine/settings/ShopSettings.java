package io.vitrine.settings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;
import java.util.Currency;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The shop, as its owner describes it.
 *
 * @param name what people call it
 * @param zone its time zone
 * @param currency its reporting currency
 * @param language language of the pages: en, fr or es
 * @param demo whether its events are made up
 */
@ConfigurationProperties("vitrine.shop")
record ShopSettings(
    @DefaultValue("My shop") @NotBlank String name,
    @DefaultValue("Europe/Paris") ZoneId zone,
    @DefaultValue("EUR") Currency currency,
    @DefaultValue("en") @Pattern(regexp = "[a-z]{2}", message = "must be a language such as en")
        String language,
    @DefaultValue("false") boolean demo) {}
