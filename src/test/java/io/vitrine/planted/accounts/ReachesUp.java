package io.vitrine.planted.accounts;

import io.vitrine.planted.shop.SpeaksSql;

/** Imports a package above its own. */
public class ReachesUp {

  public String statement() {
    return SpeaksSql.STATEMENT;
  }

  public SpeaksSql shop() {
    return new SpeaksSql();
  }
}
