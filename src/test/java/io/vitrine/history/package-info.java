/** Tests of the shop's past and its tables. */
@org.jspecify.annotations.NullMarked
package io.vitrine.history;
