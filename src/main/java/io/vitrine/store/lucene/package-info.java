/**
 * The text index over log events, on Apache Lucene: postings and two numbers per log, no stored
 * text. Sorted by time, newest first, so that the newest hits are found without visiting the rest.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.store.lucene;
