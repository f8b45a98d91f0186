/**
 * The embedded event store on DuckDB: one file in the data folder, one writer that commits what
 * waits in groups, a few readers. What is acknowledged has been committed; derived tables are
 * counted again for the days that changed. Imports {@code model}, {@code store}, {@code store.sql}
 * and {@code store.ledger}; holds no SQL of its own.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.store.duckdb;
