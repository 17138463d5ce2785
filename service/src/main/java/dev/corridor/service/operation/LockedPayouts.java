package dev.corridor.service.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many payouts are LOCKED, by rail, and for how long the first of them has been. A rail that is no longer connected is among them. */
public final class LockedPayouts implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LockedPayouts.class);

    /** A literal, so that the index of what is LOCKED serves. */
    private static final String LOCKED = """
            select coalesce(chain, bank) as rail, count(*) as payouts, extract(epoch from clock_timestamp() - min(created_at)) as oldest
            from transactions
            left join bank_transfers using (transaction_id, organization_id)
            where status = 'LOCKED'
            group by 1
            """;

    private final DataSource dataSource;
    private final List<String> connected;
    private final MultiGauge payouts;
    private final MultiGauge oldest;

    /** @param connected rails, which have no payouts at first */
    public LockedPayouts(DataSource dataSource, List<String> connected, MeterRegistry meters) {
        this.dataSource = dataSource;
        this.connected = List.copyOf(connected);
        this.payouts = MultiGauge.builder("corridor.rails.locked").description("Payouts that are LOCKED").register(meters);
        this.oldest = MultiGauge.builder("corridor.rails.locked.oldest")
                .description("How long the first of them has been LOCKED")
                .baseUnit("seconds")
                .register(meters);
    }

    private record Locked(String rail, long payouts, BigDecimal oldestSeconds) {

        private Row<?> row(Number value) {
            return Row.of(Tags.of("rail", rail), value);
        }
    }

    @Override
    public void run() {
        try {
            var locked = withConnected(read());
            payouts.register(locked.stream().<Row<?>>map(each -> each.row(each.payouts())).toList(), true);
            oldest.register(locked.stream().<Row<?>>map(each -> each.row(each.oldestSeconds())).toList(), true);
        } catch (SQLException e) {
            LOG.debug("It is not known which payouts are LOCKED", e);
        }
    }

    private List<Locked> read() throws SQLException {
        var locked = new ArrayList<Locked>();
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(LOCKED)) {
            while (rows.next()) {
                locked.add(new Locked(rows.getString("rail"), rows.getLong("payouts"), rows.getBigDecimal("oldest")));
            }
        }
        return locked;
    }

    private List<Locked> withConnected(List<Locked> locked) {
        Set<String> idle = new HashSet<>(connected);
        locked.forEach(each -> idle.remove(each.rail()));
        var all = new ArrayList<>(locked);
        idle.forEach(rail -> all.add(new Locked(rail, 0, BigDecimal.ZERO)));
        return all;
    }
}
