package dev.corridor.service.operation;

import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much money of transfers between organizations is in clearing, by asset, and for how long the first of it has been. */
public final class MoneyInClearing implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(MoneyInClearing.class);

    /** The outbox has what the ledger's account has, without a sum over the ledger: {@code verify-books} compares the two. */
    private static final String IN_CLEARING = """
            select asset, sum(amount) as units, extract(epoch from clock_timestamp() - min(created_at)) as oldest
            from network_transfers
            join transactions using (transaction_id, organization_id)
            where waiting_since is not null
            group by asset
            """;

    private final DataSource dataSource;
    private final AssetCatalogue assets;
    private final MultiGauge amounts;
    private final MultiGauge oldest;

    /** @param assets that are there, none of which is in clearing at first */
    public MoneyInClearing(DataSource dataSource, AssetCatalogue assets, MeterRegistry meters) {
        this.dataSource = dataSource;
        this.assets = assets;
        this.amounts = MultiGauge.builder("corridor.clearing.amount").description("Money in clearing, in major units").register(meters);
        this.oldest = MultiGauge.builder("corridor.clearing.oldest")
                .description("How long the first of it has been there")
                .baseUnit("seconds")
                .register(meters);
    }

    private record InClearing(Money money, BigDecimal oldestSeconds) {

        private Row<?> row(Number value) {
            return Row.of(Tags.of("asset", money.asset().code()), value);
        }
    }

    @Override
    public void run() {
        try {
            var all = List.copyOf(read().values());
            amounts.register(all.stream().<Row<?>>map(each -> each.row(new BigDecimal(each.money().decimal()))).toList(), true);
            oldest.register(all.stream().<Row<?>>map(each -> each.row(each.oldestSeconds())).toList(), true);
        } catch (SQLException e) {
            LOG.debug("It is not known what is in clearing", e);
        }
    }

    private Map<Asset, InClearing> read() throws SQLException {
        var all = new LinkedHashMap<Asset, InClearing>();
        assets.all().forEach(asset -> all.put(asset, new InClearing(Money.zero(asset), BigDecimal.ZERO)));
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(IN_CLEARING)) {
            while (rows.next()) {
                var asset = assets.get(rows.getString("asset"));
                all.put(asset, new InClearing(Money.ofUnits(rows.getLong("units"), asset), rows.getBigDecimal("oldest")));
            }
        }
        return all;
    }
}
