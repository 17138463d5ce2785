package dev.corridor.service.operation;

import dev.corridor.persistence.organization.ResidenceRows;
import dev.corridor.service.operation.AgedGauges.Aged;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the payouts that are EXPECTED, by what they wait for, and the age of the oldest. */
public final class WaitingPayouts implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingPayouts.class);

    /** What waits is due some day, so that the index of what is due serves. */
    private static final String WAITING = """
            select waits_for, count(*) as payouts, extract(epoch from clock_timestamp() - min(created_at)) as oldest
            from payout_holds
            join transactions using (transaction_id, organization_id)
            where due_at is not null and not %s
            group by 1
            """
            .formatted(ResidenceRows.isAway("payout_holds"));

    private final DataSource dataSource;
    private final AgedGauges gauges;

    public WaitingPayouts(DataSource dataSource, MeterRegistry meters) {
        this.dataSource = dataSource;
        this.gauges = new AgedGauges(
                "waits_for",
                MultiGauge.builder("corridor.payouts.waiting").description("Payouts that are EXPECTED"),
                MultiGauge.builder("corridor.payouts.waiting.oldest").description("How long the first of them has been EXPECTED"),
                meters);
    }

    @Override
    public void run() {
        try {
            gauges.show(FigureRows.read(dataSource, WAITING, row -> new Aged(
                    row.getString("waits_for").toLowerCase(Locale.ROOT), row.getLong("payouts"), row.getBigDecimal("oldest"))));
        } catch (SQLException e) {
            LOG.debug("It is not known which payouts wait", e);
        }
    }
}
