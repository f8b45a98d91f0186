/**
 * A shop's past: finds and reads its files, brings them in whole or not at all, tells what was
 * found in them, and gives the tables out. Reading the known layouts fast is done here, on bytes
 * and by several threads; what the rows mean for orders and sessions is decided in the store.
 * Imports {@code model}, {@code store}, {@code intake} and {@code accounts}, whose roles its
 * endpoints name.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.history;
