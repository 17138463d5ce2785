package dev.corridor.service.operation;

import dev.corridor.application.funding.MeasureDepositLag;
import dev.corridor.application.funding.MeasureDepositLag.Lag;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** How far the reading of chains for deposits is behind. A chain that cannot be asked is missing. */
public final class DepositLagGauges implements Runnable {

    private static final int DECIMALS_OF_A_SECOND = 3;

    private final MeasureDepositLag measureDepositLag;
    private final MultiGauge blocks;
    private final MultiGauge age;

    public DepositLagGauges(MeasureDepositLag measureDepositLag, MeterRegistry meters) {
        this.measureDepositLag = measureDepositLag;
        this.blocks = MultiGauge.builder("corridor.rails.deposits.behind.blocks")
                .description("Final blocks that have not been read for deposits")
                .register(meters);
        this.age = MultiGauge.builder("corridor.rails.deposits.behind")
                .description("Age of the oldest of them")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public void run() {
        var lags = measureDepositLag.measure();
        blocks.register(rows(lags, Lag::blocks), true);
        age.register(rows(lags, lag -> BigDecimal.valueOf(lag.age().toMillis(), DECIMALS_OF_A_SECOND)), true);
    }

    private static List<Row<?>> rows(List<Lag> lags, Function<Lag, Number> value) {
        return lags.stream().<Row<?>>map(lag -> Row.of(Tags.of("rail", lag.chain().name()), value.apply(lag))).toList();
    }
}
