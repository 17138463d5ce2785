package dev.corridor.persistence.transaction;

import dev.corridor.application.transaction.port.GasCosts;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.persistence.Database;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresGasCosts implements GasCosts {

    private static final String TOTALS = """
            select chain, wallet, (booked_at at time zone 'UTC')::date as day, count(*) as transactions,
                count(*) filter (where not has_moved) as failed, sum(units) as units
            from gas_costs
            group by chain, wallet, day
            order by chain, wallet, day
            """;

    private final Jdbi jdbi;

    public PostgresGasCosts(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public List<Total> totals() {
        return jdbi.withHandle(handle -> handle.createQuery(TOTALS)
                .map((row, context) -> new Total(
                        ChainName.valueOf(row.getString("chain")),
                        row.getString("wallet"),
                        row.getObject("day", LocalDate.class),
                        row.getInt("transactions"),
                        row.getInt("failed"),
                        row.getBigDecimal("units").toBigIntegerExact()))
                .list());
    }
}
