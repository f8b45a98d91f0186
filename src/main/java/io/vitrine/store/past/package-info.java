/**
 * The port through which a shop's past comes in: files read in columns by several threads, stored
 * in one piece. Imports {@code model}.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.store.past;
