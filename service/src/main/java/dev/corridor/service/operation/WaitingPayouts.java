package dev.corridor.service.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
            where due_at is not null
            group by 1
            """;

    private final DataSource dataSource;
    private final MultiGauge payouts;
    private final MultiGauge oldest;

    public WaitingPayouts(DataSource dataSource, MeterRegistry meters) {
        this.dataSource = dataSource;
        this.payouts = MultiGauge.builder("corridor.payouts.waiting").description("Payouts that are EXPECTED").register(meters);
        this.oldest = MultiGauge.builder("corridor.payouts.waiting.oldest")
                .description("How long the first of them has been EXPECTED")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public void run() {
        var counted = new ArrayList<Row<?>>();
        var ages = new ArrayList<Row<?>>();
        try {
            read(counted, ages);
            payouts.register(counted, true);
            oldest.register(ages, true);
        } catch (SQLException e) {
            LOG.debug("It is not known which payouts wait", e);
        }
    }

    private void read(List<Row<?>> counted, List<Row<?>> ages) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(WAITING)) {
            while (rows.next()) {
                var tags = Tags.of("waits_for", rows.getString("waits_for").toLowerCase(Locale.ROOT));
                counted.add(Row.of(tags, rows.getLong("payouts")));
                ages.add(Row.of(tags, (Number) rows.getObject("oldest", BigDecimal.class)));
            }
        }
    }
}
