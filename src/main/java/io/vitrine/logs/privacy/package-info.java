/**
 * Data of persons: handing it out, erasing it everywhere with a receipt, dropping logs that are old
 * enough, and the legal holds that forbid both.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.logs.privacy;
