package dev.corridor.http.api.fee;

import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.Relations;
import dev.corridor.http.edge.validation.Required;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.Optional;

/**
 * The schedule that a client has read, and agrees to. The payout is refused if another one holds when it is decided.
 *
 * @param fixed in major units of the asset
 * @param bps hundredths of a percent of the amount
 */
@Introspected
public record ExpectedFeeSchedule(@Required @Is(FixedFee.class) String fixed, @Required @Is(BasisPoints.class) Long bps) implements JsonRequest {

    private static final String FIELD = "expectedFeeSchedule";

    public static void relate(@Nullable ExpectedFeeSchedule expected, @Nullable String asset, Relations fields) {
        if (expected != null) {
            fields.fits(FIELD + ".fixed", expected.fixed, asset);
        }
    }

    public static Optional<FeeSchedule> toDomain(@Nullable ExpectedFeeSchedule expected, Asset asset) {
        return Optional.ofNullable(expected).map(given -> new FeeSchedule(Money.of(given.fixed, asset), given.bps.intValue()));
    }
}
