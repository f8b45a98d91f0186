package io.vitrine.model;

import java.util.List;
import java.util.Locale;

/**
 * Sites that visitors return from but never come from: where they pay, and the shop's own pages. A
 * session that a link on such a site began leads to no order.
 *
 * @param hosts in small letters; all hosts below them count as well
 */
public record NoOrigins(List<String> hosts) {

  /** Payment providers and the pages on which banks ask for a second factor. */
  public static final NoOrigins DEFAULT =
      new NoOrigins(
          List.of(
              "paypal.com",
              "paypal.me",
              "stripe.com",
              "stripe.network",
              "klarna.com",
              "adyen.com",
              "mollie.com",
              "checkout.com",
              "pay.google.com",
              "payments.amazon.com",
              "pay.amazon.com",
              "pay.amazon.eu",
              "worldpay.com",
              "sagepay.com",
              "afterpay.com",
              "clearpay.co.uk",
              "sofort.com",
              "giropay.de",
              "alipay.com",
              "payu.com",
              "paytrail.com",
              "przelewy24.pl",
              "braintreegateway.com",
              "braintree-api.com",
              "squareup.com",
              "authorize.net",
              "cardinalcommerce.com",
              "arcot.com",
              "wlp-acs.com",
              "monext.fr",
              "payline.com",
              "paybox.com",
              "systempay.fr",
              "payzen.eu",
              "ingenico.com",
              "ogone.com",
              "buckaroo.nl",
              "multisafepay.com",
              "scalapay.com",
              "getalma.eu",
              "almapay.com",
              "oney.com",
              "redsys.es",
              "mercadopago.com"));

  public NoOrigins {
    hosts =
        hosts.stream()
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .filter(host -> !host.isEmpty())
            .distinct()
            .toList();
  }
}
