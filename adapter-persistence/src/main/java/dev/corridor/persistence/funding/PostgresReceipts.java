package dev.corridor.persistence.funding;

import dev.corridor.application.funding.port.Receipts;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.funding.Receipt.Returned;
import dev.corridor.domain.funding.Receipt.Suspended;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.Pipeline;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

public final class PostgresReceipts implements Receipts {

    private static final String SUSPENDED = ReceiptRows.SELECT + """
            where status = 'SUSPENDED'
            order by recorded_at, receipt_id
            limit :limit
            """;

    private final Jdbi jdbi;
    private final ReceiptRows rows;

    public PostgresReceipts(DataSource dataSource, AssetCatalogue assets) {
        this.jdbi = Database.on(dataSource);
        this.rows = new ReceiptRows(assets);
    }

    @Override
    public Optional<Receipt> find(ReceiptId id) {
        return jdbi.withHandle(handle -> find(id, handle));
    }

    private Optional<Receipt> find(ReceiptId id, Handle handle) {
        return handle.createQuery(ReceiptRows.SELECT + "where receipt_id = :id").bind("id", id.uuid()).map(rows).findOne();
    }

    /** Two statements: the first waits for another node's insert, and the second sees what that has committed. */
    @Override
    public Receipt keep(Receipt receipt) {
        return jdbi.inTransaction(handle -> {
            var recording = new Pipeline();
            ReceiptRows.recordUnlessKnown(receipt, recording);
            recording.run(handle);
            return find(receipt.id(), handle).orElseThrow();
        });
    }

    @Override
    public List<Suspended> suspended(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(SUSPENDED)
                .bind("limit", limit)
                .map(rows)
                .stream()
                .map(Suspended.class::cast)
                .toList());
    }

    @Override
    public boolean giveBack(Returned receipt) {
        return jdbi.inTransaction(handle -> {
            var resolving = new Pipeline();
            ReceiptRows.resolve(List.of(receipt), resolving);
            resolving.run(handle);
            return find(receipt.id(), handle).filter(receipt::equals).isPresent();
        });
    }
}
