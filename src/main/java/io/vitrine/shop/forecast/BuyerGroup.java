package io.vitrine.shop.forecast;

/**
 * Buyers who are alike in all that the models ask.
 *
 * @param buyers how many
 * @param repeats days with an order after the first such day
 * @param recency days from the first to the last day with an order; 0 without repeats
 * @param age days from the first day with an order to the end of what is known
 * @param meanValue mean amount of a day with an order; NaN where no amount is known
 */
public record BuyerGroup(
    double buyers, int repeats, double recency, double age, double meanValue) {}
