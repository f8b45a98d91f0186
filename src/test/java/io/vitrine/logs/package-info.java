/** Tests of the log index's follower. */
@org.jspecify.annotations.NullMarked
package io.vitrine.logs;
