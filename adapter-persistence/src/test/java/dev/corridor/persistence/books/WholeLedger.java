package dev.corridor.persistence.books;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Bucket;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.HouseAccount;
import dev.corridor.domain.transaction.LedgerAccount;
import dev.corridor.domain.transaction.Posting;
import dev.corridor.domain.transaction.TransactionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Reads the ledger's table, including what no port shows: postings between accounts of the house. */
final class WholeLedger {

    private final Jdbi jdbi;

    WholeLedger(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** In order of their lines. */
    List<Posting> postingsOf(TransactionId transaction) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from postings where transaction_id = :transaction order by line")
                .bind("transaction", transaction.uuid())
                .map((row, context) -> posting(row))
                .list());
    }

    private static Posting posting(ResultSet row) throws SQLException {
        var account = row.getObject("account_id", UUID.class);
        var amount = Money.ofUnits(row.getLong("amount"), AssetCatalogue.STANDARD.get(row.getString("asset")));
        return new Posting(row.getInt("line"), place(row.getString("from_place"), account), place(row.getString("to_place"), account), amount);
    }

    private static LedgerAccount place(String name, UUID account) {
        return EnumSet.allOf(HouseAccount.class).stream().map(HouseAccount::name).anyMatch(name::equals)
                ? HouseAccount.valueOf(name)
                : new LedgerAccount.Customer(new AccountId(account), Bucket.valueOf(name));
    }
}
