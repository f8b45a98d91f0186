/**
 * Recognises attacks in the texts of a request. A pure library: a text is decoded as a server would
 * decode it, read as the language it might be (SQL, HTML, shell, path, template) and judged by
 * rules with names; every finding says which rule, in which part, by which words. Nothing here
 * backtracks: tokens are read once, and the patterns of {@code Rules} run as automata ({@code
 * Scan}) in one step a sign, so that a text of any length is read from its beginning to its end.
 */
@NullMarked
package io.vitrine.trust.attacks;

import org.jspecify.annotations.NullMarked;
