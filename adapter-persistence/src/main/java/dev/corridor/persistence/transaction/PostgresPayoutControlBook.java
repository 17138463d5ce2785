package dev.corridor.persistence.transaction;

import dev.corridor.application.transaction.port.PayoutControlBook;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.transaction.PayoutControlsVersion;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.audit.AuditRows;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresPayoutControlBook implements PayoutControlBook {

    private final Jdbi jdbi;
    private final PayoutControlRows rows;

    public PostgresPayoutControlBook(DataSource dataSource, AssetCatalogue assets) {
        this.jdbi = Database.forRequestsOn(dataSource);
        this.rows = new PayoutControlRows(assets);
    }

    @Override
    public List<PayoutControlsVersion> newest(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(PayoutControlRows.SELECT + "order by version desc limit :limit")
                .bind("limit", limit)
                .map(rows.versions())
                .list());
    }

    @Override
    public void add(PayoutControlsVersion version, Optional<AuditRecord> record) {
        var pipeline = new Pipeline();
        PayoutControlRows.append(version, pipeline);
        AuditRows.append(record.stream().toList(), pipeline);
        jdbi.useTransaction(pipeline::run);
    }
}
