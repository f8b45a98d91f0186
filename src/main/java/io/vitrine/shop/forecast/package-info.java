/**
 * What is to be expected: daily figures some weeks ahead with intervals, and what buyers will still
 * bring. Pure functions of numbers; imports the JDK and the logarithm of the gamma function of
 * Commons Numbers, nothing of ours. Every formula names its source.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.shop.forecast;
