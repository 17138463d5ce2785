package dev.corridor.http.api.market;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;

@Introspected
record LimitParameter(
        @QueryValue @Nullable @Parameter(
                description = "How many at most.",
                schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "1000", defaultValue = "100")) String limit) {

    int value() {
        return MarketParameters.limit(limit);
    }
}
