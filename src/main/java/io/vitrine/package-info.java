/** The program's entry: the command line and the start of the server. */
@org.jspecify.annotations.NullMarked
package io.vitrine;
