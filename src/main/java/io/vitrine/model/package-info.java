/**
 * The words of the house: what an event is, what a question is, what an answer is. Pure values over
 * the JDK alone; everything else imports this package and it imports nothing of ours.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.model;
