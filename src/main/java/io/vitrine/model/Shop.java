package io.vitrine.model;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * The shop that this product looks at.
 *
 * @param name what people call it
 * @param zone days and hours are counted in this time zone
 * @param currency amounts are reported in this currency
 * @param language language of the pages until a person chooses another
 * @param demo whether its events are made up
 */
public record Shop(String name, ZoneId zone, Currency currency, Locale language, boolean demo) {}
