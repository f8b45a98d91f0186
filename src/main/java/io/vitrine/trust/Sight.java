package io.vitrine.trust;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An exchange with what its path is about, so that it is read once for all habits.
 *
 * @param hurried whether it is a purchase sooner after its cart than anybody could make it
 */
record Sight(Exchange exchange, Path path, boolean hurried) {

  boolean isSignIn() {
    return exchange.changes() && path.signIn();
  }

  /** A sign-in that was refused or put off. */
  boolean isFailedSignIn() {
    return (exchange.refused() || exchange.status() == 429) && isSignIn();
  }

  boolean isLogged() {
    return !exchange.isOwn();
  }

  String source() {
    return exchange.source();
  }

  @Nullable String address() {
    return exchange.address();
  }

  @Nullable String session() {
    return exchange.session();
  }

  @Nullable String user() {
    return exchange.user();
  }

  String where() {
    return exchange.path();
  }

  /** The product that an address is busy with; null when either is unknown. */
  @Nullable String addressAndProduct() {
    String product = exchange.deed().product();
    return address() == null || product == null ? null : address() + " " + product;
  }

  /**
   * What a path is about.
   *
   * @param file whether it is a picture, a script and the like
   * @param id whether one of its names is a number or a UUID
   * @param number the first whole number among its names; -1 for none
   * @param beforeNumber what stands before that number
   */
  record Path(
      boolean signIn,
      boolean signUp,
      boolean coupon,
      boolean owned,
      boolean export,
      boolean captcha,
      boolean file,
      boolean id,
      long number,
      String beforeNumber) {

    private static final Pattern SIGN_IN =
        Pattern.compile(
            "login|log-in|signin|sign-in|/auth|/session|/token|wp-login|xmlrpc|connexion");
    private static final Pattern SIGN_UP =
        Pattern.compile("regist|signup|sign-up|account/create|inscription");
    private static final Pattern COUPON =
        Pattern.compile("coupon|promo|voucher|gift-?card|giftcard");
    private static final Pattern OWNED =
        Pattern.compile(
            "user|account|order|invoice|customer|profile|basket|cart|address|payment|upload|document|message|ticket|keys|saved|dashboards|charts");
    private static final Pattern EXPORT = Pattern.compile("export|download|dump|backup|report");
    private static final Pattern NUMBER = Pattern.compile("/([0-9]{1,12})(?:$|[/?])");
    private static final Pattern ID =
        Pattern.compile("/(?:[0-9]{1,12}|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27})(?=$|/)");
    private static final Pattern FILE =
        Pattern.compile("\\.(?:js|css|png|jpe?g|gif|svg|ico|woff2?|webp|map|mp4|avif)$");

    static Path of(Exchange exchange) {
      String path = exchange.path();
      String lower = exchange.lowerPath();
      var number = NUMBER.matcher(path);
      boolean numbered = number.find();
      return new Path(
          SIGN_IN.matcher(lower).find(),
          SIGN_UP.matcher(lower).find(),
          COUPON.matcher(lower).find(),
          OWNED.matcher(lower).find(),
          EXPORT.matcher(lower).find(),
          lower.contains("captcha"),
          FILE.matcher(path).find(),
          ID.matcher(path).find(),
          numbered ? Long.parseLong(number.group(1)) : -1,
          numbered ? path.substring(0, number.start()) : "");
    }
  }
}
