/** Tests of the embedded event store. */
@org.jspecify.annotations.NullMarked
package io.vitrine.store.duckdb;
