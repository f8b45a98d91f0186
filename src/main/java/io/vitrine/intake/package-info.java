/**
 * Every way in. A body is decoded into drafts, each draft passes a list of named {@link Steps} that
 * keep it or drop it with a {@link Reason}, what is left is stored in one commit and answered with
 * a {@link Receipt}, and then shown to the {@link Tap}s. May import {@code model}, {@code store}
 * and {@code accounts}.
 */
@org.jspecify.annotations.NullMarked
package io.vitrine.intake;
