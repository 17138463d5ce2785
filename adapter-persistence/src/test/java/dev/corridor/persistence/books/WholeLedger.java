package dev.corridor.persistence.books;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Bucket;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Entry;
import dev.corridor.domain.transaction.HouseAccount;
import dev.corridor.domain.transaction.LedgerAccount;
import dev.corridor.domain.transaction.TransactionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Reads the ledger's table, including the house's entries, which no port shows. */
final class WholeLedger {

    private final Jdbi jdbi;

    WholeLedger(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** In order of their lines. */
    List<Entry> entriesOf(TransactionId transaction) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from entries where transaction_id = :transaction order by line")
                .bind("transaction", transaction.uuid())
                .map((row, context) -> entry(row))
                .list());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var account = row.getObject("account_id", UUID.class);
        var place = account == null
                ? HouseAccount.valueOf(row.getString("house_account"))
                : new LedgerAccount.Customer(new AccountId(account), Bucket.valueOf(row.getString("bucket")));
        var amount = Money.ofUnits(row.getLong("amount"), AssetCatalogue.STANDARD.get(row.getString("asset")));
        return new Entry(row.getInt("line"), place, amount);
    }
}
