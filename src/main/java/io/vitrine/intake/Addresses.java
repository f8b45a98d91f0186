package io.vitrine.intake;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads addresses from text without asking any name server. */
final class Addresses {

  /** Longest text that is looked at; a list of proxies fits. */
  static final int LONGEST = 256;

  private static final int IPV4_KEPT_BYTES = 3;
  private static final int IPV6_KEPT_BYTES = 6;

  private Addresses() {}

  /**
   * The address, or null when the text is none. The first of several is taken, a port is left out,
   * and an IPv4 address in IPv6 form is the IPv4 address.
   */
  static @Nullable InetAddress of(String given) {
    String text = bare(given);
    if (text.isEmpty()) {
      return null;
    }
    return text.indexOf(':') < 0 ? ipv4(text) : ipv6(text);
  }

  /** The network of an address: 24 bits of IPv4, 48 bits of IPv6. */
  static InetAddress network(InetAddress address) {
    byte[] bytes = address.getAddress();
    int kept = address instanceof Inet4Address ? IPV4_KEPT_BYTES : IPV6_KEPT_BYTES;
    Arrays.fill(bytes, kept, bytes.length, (byte) 0);
    return made(bytes);
  }

  /** Whether it can be found on a map at all. */
  static boolean isPublic(InetAddress address) {
    return !address.isAnyLocalAddress()
        && !address.isLoopbackAddress()
        && !address.isLinkLocalAddress()
        && !address.isSiteLocalAddress()
        && !address.isMulticastAddress()
        && !isUniqueLocal(address);
  }

  private static boolean isUniqueLocal(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
  }

  private static String bare(String given) {
    int comma = given.indexOf(',');
    String first = (comma < 0 ? given : given.substring(0, comma)).strip();
    if (first.startsWith("[")) {
      int end = first.indexOf(']');
      return end < 0 ? "" : first.substring(1, end);
    }
    int colon = first.indexOf(':');
    boolean hasPort = colon > 0 && first.indexOf('.') > 0 && first.indexOf('.') < colon;
    return hasPort && colon == first.lastIndexOf(':') ? first.substring(0, colon) : first;
  }

  private static @Nullable InetAddress ipv4(String text) {
    byte[] bytes = new byte[4];
    int part = 0;
    int value = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? '.' : text.charAt(i);
      if (c == '.') {
        if (value < 0 || part > 3) {
          return null;
        }
        bytes[part++] = (byte) value;
        value = -1;
      } else if (c >= '0' && c <= '9') {
        value = Math.max(value, 0) * 10 + (c - '0');
      } else {
        return null;
      }
      if (value > 255) {
        return null;
      }
    }
    return part == 4 ? made(bytes) : null;
  }

  private static @Nullable InetAddress ipv6(String text) {
    if (!text.chars().allMatch(c -> c == ':' || c == '.' || Character.digit(c, 16) >= 0)) {
      return null;
    }
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static InetAddress made(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
