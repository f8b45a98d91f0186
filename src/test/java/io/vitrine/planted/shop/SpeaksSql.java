package io.vitrine.planted.shop;

/** Holds a statement outside of the store. */
public class SpeaksSql {

  public static final String STATEMENT = "select name from secrets";
}
