/** Tests of the shop's answers. */
@org.jspecify.annotations.NullMarked
package io.vitrine.shop;
