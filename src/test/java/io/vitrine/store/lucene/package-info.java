/** Tests of the text index. */
@org.jspecify.annotations.NullMarked
package io.vitrine.store.lucene;
