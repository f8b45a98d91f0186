@org.jspecify.annotations.NullMarked
package io.vitrine.history;
