/**
 * Keeps and recalls. The ports of this package are all that the rest of the house knows of a
 * database; {@code .sql} turns questions into SQL, {@code .duckdb} holds the events, {@code
 * .lucene} the text index derived from them, {@code .records} accounts, keys and settings.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.store;
