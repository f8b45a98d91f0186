/**
 * Files of logs: found out what they are, read record by record in bounded memory, with everything
 * that is no log kept apart with its line and reason.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.logs.upload;
