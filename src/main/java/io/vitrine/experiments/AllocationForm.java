package io.vitrine.experiments;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arms whose units to come are to be shared out, as JSON.
 *
 * @param kind proportion, mean or ratio
 * @param arms 2 to 50, as for a comparison
 * @param higherIsBetter true when absent
 * @param least share that every arm keeps, below one over the arms; 0.01 when absent
 */
@Schema(name = "AllocationRequest")
record AllocationForm(
    @Nullable String kind,
    @Nullable List<ArmForm> arms,
    @Nullable Boolean higherIsBetter,
    @Nullable Double least) {}
