@org.jspecify.annotations.NullMarked
package io.vitrine.trust.fraud;
