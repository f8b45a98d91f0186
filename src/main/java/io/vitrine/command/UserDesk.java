package io.vitrine.command;

import java.util.List;

/** What the command line does with accounts. */
public interface UserDesk {

  /**
   * Makes an account.
   *
   * @param role admin, moderator, analyst or viewer
   * @return the password that was made for it
   * @throws io.vitrine.model.Problem when the name is taken or a value is refused
   */
  String add(String username, String email, String role);

  /** All accounts by name. */
  List<Account> list();

  /**
   * Gives an account a new password; it must be changed at the next sign-in.
   *
   * @return the new password
   * @throws io.vitrine.model.Problem when there is no such account
   */
  String resetPassword(String username);

  /**
   * An account.
   *
   * @param username name to sign in with
   * @param email its address
   * @param role admin, moderator, analyst or viewer
   * @param active whether it may sign in
   */
  record Account(String username, String email, String role, boolean active) {}
}
