/**
 * Who may do what: people and their roles, sessions and tokens, keys of programs, the record of
 * sensitive acts, and the rule that every endpoint says whom it is for. May import {@code model},
 * {@code store} and {@code limits}.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.accounts;
