package io.vitrine.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells desktop, phone, tablet and other from a User-Agent header. */
final class DeviceKind {

  private static final List<String> OTHER =
      List.of("TV", "BRAVIA", "Roku", "PlayStation", "Xbox", "Nintendo", "Watch", "CrKey", "AFT");
  private static final List<String> TABLET =
      List.of("iPad", "Tablet", "tablet", "Kindle", "PlayBook", "Silk/");
  private static final List<String> PHONE =
      List.of(
          "Mobi", "iPhone", "iPod", "Windows Phone", "Opera Mini", "BlackBerry", "BB10", "Symbian");
  private static final List<String> DESKTOP =
      List.of("Windows", "Macintosh", "X11", "CrOS", "Linux", "Mac OS X");

  private DeviceKind() {}

  /** One of desktop, phone, tablet, other. */
  static String of(String userAgent) {
    if (hasAny(userAgent, OTHER)) {
      return "other";
    }
    if (hasAny(userAgent, TABLET)) {
      return "tablet";
    }
    if (hasAny(userAgent, PHONE)) {
      return "phone";
    }
    if (userAgent.contains("Android")) {
      return "tablet";
    }
    return hasAny(userAgent, DESKTOP) ? "desktop" : "other";
  }

  /** The kind that a sender names, or null when the name is none of ours. */
  static @Nullable String named(String given) {
    return switch (given) {
      case "desktop", "phone", "tablet", "other" -> given;
      case "mobile", "smartphone", "Mobile", "Phone" -> "phone";
      case "Desktop", "pc", "computer" -> "desktop";
      case "Tablet" -> "tablet";
      default -> null;
    };
  }

  private static boolean hasAny(String userAgent, List<String> words) {
    for (String word : words) {
      if (userAgent.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
