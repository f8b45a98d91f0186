@org.jspecify.annotations.NullMarked
package io.vitrine.limits;
