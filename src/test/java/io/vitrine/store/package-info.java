/** Contract tests of the store's ports: every implementation passes the same ones. */
@org.jspecify.annotations.NullMarked
package io.vitrine.store;
