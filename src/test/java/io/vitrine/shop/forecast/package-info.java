@org.jspecify.annotations.NullMarked
package io.vitrine.shop.forecast;
