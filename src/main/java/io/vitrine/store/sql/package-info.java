/**
 * Everything that is said to a database in SQL: questions as pure functions from a question to text
 * with bound values, and the named statements and migrations under the resources of this package.
 * Imports the model alone; no value of a caller ever becomes part of a text.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.store.sql;
