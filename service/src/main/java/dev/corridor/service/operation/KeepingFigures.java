package dev.corridor.service.operation;

import dev.corridor.domain.idempotency.IdempotencyRecord;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether what grows is kept in bounds: how late answers and events are forgotten, and how long ago the last closed month has ended. */
public final class KeepingFigures implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(KeepingFigures.class);

    /** Nothing is late that has not been forgotten for the first time. */
    private static final String FORGOTTEN = """
            select series, case when forgotten_before = '-infinity' then 0 else extract(epoch from clock_timestamp() - forgotten_before) end as seconds
            from parts
            """;

    private static final String CLOSED = """
            select extract(epoch from clock_timestamp() - (max(month) + interval '1 month') at time zone 'UTC') as seconds
            from closings
            having count(*) > 0
            """;

    private final DataSource dataSource;
    private final Map<String, Duration> kept;
    private final MultiGauge overdue;
    private final MultiGauge closing;

    /** @param eventsKept for how long */
    public KeepingFigures(DataSource dataSource, Duration eventsKept, MeterRegistry meters) {
        this.dataSource = dataSource;
        this.kept = Map.of("events", eventsKept, "idempotency_records", IdempotencyRecord.KEPT_FOR);
        this.overdue = MultiGauge.builder("corridor.forgetting.overdue")
                .description("How much later than planned what is to be forgotten is still there")
                .baseUnit("seconds")
                .register(meters);
        this.closing = MultiGauge.builder("corridor.closing.age")
                .description("The time since the last closed month has ended")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public void run() {
        try {
            overdue.register(FigureRows.<Row<?>>read(dataSource, FORGOTTEN, row -> Row.of(Tags.of("table", row.getString("series")), late(row))),
                    true);
            closing.register(FigureRows.<Row<?>>read(dataSource, CLOSED, row -> Row.of(Tags.empty(), row.getBigDecimal("seconds"))), true);
        } catch (SQLException e) {
            LOG.debug("It is not known how old what is kept is", e);
        }
    }

    /** A turn is due half of the time after the one before. */
    private BigDecimal late(ResultSet row) throws SQLException {
        var due = kept.get(row.getString("series"));
        return row.getBigDecimal("seconds").subtract(BigDecimal.valueOf(due.plus(due.dividedBy(2)).toSeconds())).max(BigDecimal.ZERO);
    }
}
