/**
 * The command line: what a person can tell the program to do, how it reports progress and results.
 * Light commands never start the server; the others reach it through {@link
 * io.vitrine.command.ServerStart}.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.command;
