package io.vitrine.settings;

import io.vitrine.model.CartRules;
import io.vitrine.model.NoOrigins;
import io.vitrine.model.Segments;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The shop, as its owner describes it.
 *
 * @param name what people call it
 * @param zone its time zone
 * @param currency its reporting currency
 * @param language language of the pages: en, fr or es
 * @param segments most events of a New, an Occasional and a Regular visitor
 * @param cartIdle a cart that nobody has touched for longer is abandoned
 * @param cartLife a cart that nobody has touched for longer is over
 * @param noOrigins hosts that visitors never come from; the default list when empty
 * @param demo whether its events are made up
 */
@ConfigurationProperties("vitrine.shop")
record ShopSettings(
    @DefaultValue("My shop") @NotBlank String name,
    @DefaultValue("Europe/Paris") ZoneId zone,
    @DefaultValue("EUR") Currency currency,
    @DefaultValue("en") @Pattern(regexp = "[a-z]{2}", message = "must be a language such as en")
        String language,
    @DefaultValue({"5", "20", "100"}) @Rising(count = 3) List<Long> segments,
    @DefaultValue("24h") Duration cartIdle,
    @DefaultValue("30d") Duration cartLife,
    @DefaultValue({}) List<String> noOrigins,
    @DefaultValue("false") boolean demo) {

  CartRules carts() {
    return new CartRules(cartIdle, cartLife);
  }

  NoOrigins origins() {
    return noOrigins.isEmpty() ? NoOrigins.DEFAULT : new NoOrigins(noOrigins);
  }

  Segments bounds() {
    return new Segments(segments.get(0), segments.get(1), segments.get(2));
  }
}
