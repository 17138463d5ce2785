package dev.corridor.service.operation;

import dev.corridor.service.operation.AgedGauges.Aged;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
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
    private final AgedGauges gauges;

    /** @param connected rails, which have no payouts at first */
    public LockedPayouts(DataSource dataSource, List<String> connected, MeterRegistry meters) {
        this.dataSource = dataSource;
        this.connected = List.copyOf(connected);
        this.gauges = new AgedGauges(
                "rail",
                MultiGauge.builder("corridor.rails.locked").description("Payouts that are LOCKED"),
                MultiGauge.builder("corridor.rails.locked.oldest").description("How long the first of them has been LOCKED"),
                meters);
    }

    @Override
    public void run() {
        try {
            gauges.show(withConnected(FigureRows.read(
                    dataSource, LOCKED, row -> new Aged(row.getString("rail"), row.getLong("payouts"), row.getBigDecimal("oldest")))));
        } catch (SQLException e) {
            LOG.debug("It is not known which payouts are LOCKED", e);
        }
    }

    private List<Aged> withConnected(List<Aged> locked) {
        Set<String> idle = new HashSet<>(connected);
        locked.forEach(each -> idle.remove(each.kind()));
        var all = new ArrayList<>(locked);
        idle.forEach(rail -> all.add(new Aged(rail, 0, BigDecimal.ZERO)));
        return all;
    }
}
