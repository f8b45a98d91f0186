/**
 * The text index over log events, on Apache Lucene: postings, a few columns to sort and count by,
 * and each log as bytes. Sorted by time, newest first, so that the newest hits are found without
 * visiting the rest.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.store.lucene;
