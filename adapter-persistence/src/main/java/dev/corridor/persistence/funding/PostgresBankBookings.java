package dev.corridor.persistence.funding;

import dev.corridor.application.funding.port.BankBookings;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

public final class PostgresBankBookings implements BankBookings {

    private static final String ENTRY = """
            insert into bank_entries (bank, is_credit, reference, asset, units, is_known, transaction_id, receipt_id, booked_at, taken_at)
            values (:bank, :credit, :reference, :asset, :units, :known, cast(:payout as uuid), cast(:receipt as uuid), :bookedAt, :now)
            on conflict do nothing
            """;

    private static final String STATEMENT = """
            insert into bank_statements (bank, statement, currency, day, opening, closing, booked, taken_at)
            values (:bank, :id, :currency, :day, cast(:opening as numeric), :closing, :booked, :now)
            on conflict do nothing
            """;

    private final Jdbi jdbi;

    public PostgresBankBookings(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public void keep(String bank, List<Booked> booked, Instant now) {
        if (!booked.isEmpty()) {
            jdbi.useTransaction(handle -> keep(bank, booked, now, handle));
        }
    }

    private static void keep(String bank, List<Booked> booked, Instant now, Handle handle) {
        for (var one : booked) {
            switch (one) {
                case Entry entry -> handle.createUpdate(ENTRY)
                        .bind("bank", bank)
                        .bind("credit", entry.receipt().isPresent())
                        .bind("reference", entry.reference())
                        .bind("asset", ReceiptRows.asset(entry.value()))
                        .bind("units", new BigDecimal(ReceiptRows.units(entry.value())))
                        .bind("known", entry.value() instanceof Value.Known)
                        .bind("payout", entry.payout().map(TransactionId::uuid).orElse(null))
                        .bind("receipt", entry.receipt().map(ReceiptId::uuid).orElse(null))
                        .bind("bookedAt", entry.bookedAt())
                        .bind("now", now)
                        .execute();
                case Balance balance -> handle.createUpdate(STATEMENT)
                        .bind("bank", bank)
                        .bind("id", balance.statement().id())
                        .bind("currency", balance.statement().currency())
                        .bind("day", balance.statement().day())
                        .bind("opening", balance.statement().opening().orElse(null))
                        .bind("closing", balance.statement().closing())
                        .bind("booked", balance.statement().booked())
                        .bind("now", now)
                        .execute();
            }
        }
    }
}
