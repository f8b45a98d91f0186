/**
 * Logs: keeps the text index beside the event store, searches it, follows what comes, counts what
 * it says, takes logs as files ({@code .upload}) and in the protocols of other products ({@code
 * .wire}), and keeps what is owed to persons ({@code .privacy}). May import model, store, accounts
 * and intake.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.logs;
