package dev.corridor.application.market.port;

import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Rate;
import java.util.Optional;

/** The market's mid rates. */
public interface ExchangeRates {

    /** What one unit of the base is worth in the counter asset now; empty if the two are not traded. */
    Optional<Rate> mid(Asset base, Asset counter);
}
