/**
 * Logs: keeps the text index beside the event store and reads the newest lines. May import model,
 * store, accounts and intake.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.logs;
