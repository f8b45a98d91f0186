/**
 * The records in H2: accounts, sessions, keys, acts and settings. RecordStatements come by name
 * from {@code store.sql}. May import {@code model}, {@code store} and {@code store.sql}.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.store.records;
