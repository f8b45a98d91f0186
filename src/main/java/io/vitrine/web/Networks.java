package io.vitrine.web;

import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Addresses and networks that somebody trusts. */
final class Networks {

  private final List<IpAddressMatcher> members;

  /**
   * Reads addresses such as 10.0.0.7 and networks such as 10.0.0.0/8.
   *
   * @throws IllegalArgumentException for any other text
   */
  Networks(List<String> members) {
    this.members = members.stream().map(IpAddressMatcher::new).toList();
  }

  boolean contain(String address) {
    return members.stream().anyMatch(member -> matches(member, address));
  }

  /** A forwarded address may be any text. */
  private static boolean matches(IpAddressMatcher member, String address) {
    try {
      return member.matches(address);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
