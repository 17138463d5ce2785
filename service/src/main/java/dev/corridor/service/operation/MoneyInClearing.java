package dev.corridor.service.operation;

import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.service.operation.AgedGauges.Aged;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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
    private final AgedGauges gauges;

    /** @param assets that are there, none of which is in clearing at first */
    public MoneyInClearing(DataSource dataSource, AssetCatalogue assets, MeterRegistry meters) {
        this.dataSource = dataSource;
        this.assets = assets;
        this.gauges = new AgedGauges(
                "asset",
                MultiGauge.builder("corridor.clearing.amount").description("Money in clearing, in major units"),
                MultiGauge.builder("corridor.clearing.oldest").description("How long the first of it has been there"),
                meters);
    }

    @Override
    public void run() {
        try {
            gauges.show(withNothing(FigureRows.read(dataSource, IN_CLEARING, this::inClearing)));
        } catch (SQLException e) {
            LOG.debug("It is not known what is in clearing", e);
        }
    }

    private Aged inClearing(ResultSet row) throws SQLException {
        var asset = assets.get(row.getString("asset"));
        return inClearing(Money.ofUnits(row.getLong("units"), asset), row.getBigDecimal("oldest"));
    }

    private static Aged inClearing(Money money, BigDecimal oldestSeconds) {
        return new Aged(money.asset().code(), new BigDecimal(money.decimal()), oldestSeconds);
    }

    private Collection<Aged> withNothing(List<Aged> found) {
        var all = new LinkedHashMap<String, Aged>();
        assets.all().forEach(asset -> all.put(asset.code(), inClearing(Money.zero(asset), BigDecimal.ZERO)));
        found.forEach(each -> all.put(each.kind(), each));
        return all.values();
    }
}
