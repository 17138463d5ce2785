package dev.corridor.persistence.reconciliation;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.texts;

import dev.corridor.application.reconciliation.port.Checkpoint;
import dev.corridor.application.reconciliation.port.Difference;
import dev.corridor.application.reconciliation.port.Reconciliations;
import dev.corridor.persistence.Database;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresReconciliations implements Reconciliations {

    private static final String CHECKPOINT = "select position, wallet, next_nonce, assets, units from rail_checkpoints where rail = :rail";

    private static final String REACH = """
            insert into rail_checkpoints (rail, position, wallet, next_nonce, assets, units)
            values (:rail, :position, :wallet, :nonce, :assets, :units)
            on conflict (rail) do update
            set position = excluded.position, wallet = excluded.wallet, next_nonce = excluded.next_nonce, assets = excluded.assets, units = excluded.units
            where rail_checkpoints.position < excluded.position or rail_checkpoints.wallet <> excluded.wallet
            """;

    /** A comparison that has not reached its end is tried again after its lease. */
    private static final String CLAIM = """
            insert into reconciliations (rail, day, leased_until)
            values (:rail, :day, :until)
            on conflict (rail, day) do update
            set leased_until = excluded.leased_until
            where reconciliations.leased_until <= :now and (reconciliations.compared_at is null or reconciliations.failure is not null)
            returning 1
            """;

    private static final String RECORD = """
            insert into reconciliations (rail, day, leased_until, compared_at, movements, differences, failure)
            values (:rail, :day, :at, :at, :movements, :differences, :failure)
            on conflict (rail, day) do update
            set compared_at = excluded.compared_at, movements = excluded.movements, differences = excluded.differences, failure = excluded.failure
            """;

    private static final String NEWEST = """
            select distinct on (rail) rail, day, compared_at, movements, differences, failure
            from reconciliations
            where compared_at is not null and failure is null
            order by rail, day desc
            """;

    private static final String ACCEPT = """
            insert into accepted_differences (rail, difference, accepted_by, evidence, accepted_at)
            values (:rail, :difference, :by, :evidence, :now)
            on conflict do nothing
            """;

    private final Jdbi jdbi;

    public PostgresReconciliations(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public Optional<Checkpoint> checkpoint(String rail) {
        return jdbi.withHandle(
                handle -> handle.createQuery(CHECKPOINT).bind("rail", rail).map((row, context) -> checkpoint(row)).findOne());
    }

    private static Checkpoint checkpoint(ResultSet row) throws SQLException {
        var assets = texts(row, "assets");
        var units = texts(row, "units");
        var held = new HashMap<String, BigInteger>();
        for (int i = 0; i < assets.size(); i++) {
            held.put(assets.get(i), new BigInteger(units.get(i)));
        }
        return new Checkpoint(row.getLong("position"), row.getString("wallet"), row.getLong("next_nonce"), held);
    }

    @Override
    public void reach(String rail, Checkpoint checkpoint) {
        var assets = checkpoint.held().keySet().stream().sorted().toList();
        jdbi.useHandle(handle -> handle.createUpdate(REACH)
                .bind("rail", rail)
                .bind("position", checkpoint.position())
                .bind("wallet", checkpoint.wallet())
                .bind("nonce", checkpoint.nextNonce())
                .bindArray("assets", String.class, assets)
                .bindArray("units", String.class, assets.stream().map(asset -> checkpoint.held().get(asset).toString()).toList())
                .execute());
    }

    @Override
    public boolean claim(String rail, LocalDate day, Instant now, Duration lease) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIM)
                .bind("rail", rail)
                .bind("day", day)
                .bind("now", now)
                .bind("until", now.plus(lease))
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public void record(Reconciliation reconciliation) {
        jdbi.useHandle(handle -> handle.createUpdate(RECORD)
                .bind("rail", reconciliation.rail())
                .bind("day", reconciliation.day())
                .bind("at", reconciliation.comparedAt())
                .bind("movements", reconciliation.movements())
                .bind("differences", reconciliation.differences())
                .bind("failure", reconciliation.failure().orElse(null))
                .execute());
    }

    @Override
    public List<Reconciliation> newest() {
        return jdbi.withHandle(handle -> handle.createQuery(NEWEST)
                .map((row, context) -> new Reconciliation(
                        row.getString("rail"),
                        row.getObject("day", LocalDate.class),
                        instant(row, "compared_at"),
                        row.getLong("movements"),
                        row.getLong("differences"),
                        Optional.ofNullable(row.getString("failure"))))
                .list());
    }

    @Override
    public Set<String> accepted(String rail) {
        return jdbi.withHandle(handle -> handle.createQuery("select difference from accepted_differences where rail = :rail")
                .bind("rail", rail)
                .mapTo(String.class)
                .collect(Collectors.toSet()));
    }

    @Override
    public void accept(String rail, List<Difference> differences, String by, String evidence, Instant now) {
        jdbi.useTransaction(handle -> differences.forEach(difference -> handle.createUpdate(ACCEPT)
                .bind("rail", rail)
                .bind("difference", difference.line())
                .bind("by", by)
                .bind("evidence", evidence)
                .bind("now", now)
                .execute()));
    }
}
