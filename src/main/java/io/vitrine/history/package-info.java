/**
 * A shop's past: finds and reads its files, brings them in whole or not at all, tells what was
 * found in them, and gives the tables out. Reading the known layouts fast is done here, on bytes
 * and by several threads; what the rows mean for orders and sessions is decided in the store.
 *
 * <p>Any other layout comes in by a mapping, row by row, and its events pass the steps of {@code
 * intake} through {@link io.vitrine.intake.PastIntake}, so that money, places and agents mean the
 * same whether an event was sent or read. That class, which leaves out what only a living request
 * has, is all that is used of {@code intake}. The RetailRocket files have nothing that those steps
 * would add and go past them, for speed.
 *
 * <p>Imports {@code model}, {@code store}, {@code intake} and {@code accounts}, whose roles its
 * endpoints name.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.history;
