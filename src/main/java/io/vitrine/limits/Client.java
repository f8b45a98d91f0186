package io.vitrine.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/**
 * Whose budget it is: a person's or a key's where they are known, else an address's.
 *
 * @param kind what it is
 * @param id tells it from all others of its kind
 * @param name for people
 */
public record Client(Kind kind, String id, String name) {

  private static final int NETWORK_BYTES = 8;

  /** What a client is. */
  public enum Kind {
    USER,
    KEY,
    ADDRESS;

    /** Name in the API. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A person who is signed in. */
  public static Client user(UUID id, String name) {
    return new Client(Kind.USER, id.toString(), name);
  }

  /** A program with a key. */
  public static Client key(UUID id, String name) {
    return new Client(Kind.KEY, id.toString(), name);
  }

  /** Somebody unknown. One household has a whole /64 of IPv6, so that is one client. */
  public static Client address(String address) {
    String network = network(address);
    return new Client(Kind.ADDRESS, network, network);
  }

  /** Somebody at an address who tries one account. */
  public static Client address(String address, String account) {
    String both = network(address) + " " + account.strip().toLowerCase(Locale.ROOT);
    return new Client(Kind.ADDRESS, both, both);
  }

  /** The address, or of IPv6 its network; text that is no address stays what it is. */
  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address long6
          ? network(long6)
          : address;
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  private static String network(Inet6Address address) {
    byte[] bytes = Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < bytes.length; i += 2) {
      text.append(Integer.toHexString(((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff)))
          .append(':');
    }
    return text.append(":/64").toString();
  }
}
