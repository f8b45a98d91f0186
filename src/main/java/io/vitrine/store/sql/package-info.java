/**
 * The only home of SQL: questions become statements here, and the statements of the records stand
 * by name in this package's resources. May import {@code model} and {@code store}.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.store.sql;
