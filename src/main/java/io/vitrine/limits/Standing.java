package io.vitrine.limits;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a client stands after a request.
 *
 * @param limit how much it may ask for in a minute
 * @param remaining what is left now
 * @param full time until all of it is back
 * @param block why the request is refused; null when it may go on
 */
public record Standing(long limit, long remaining, Duration full, @Nullable Block block) {}
