/** Tests of the questions in SQL. */
@org.jspecify.annotations.NullMarked
package io.vitrine.store.sql;
