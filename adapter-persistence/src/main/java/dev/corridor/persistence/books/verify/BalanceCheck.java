package dev.corridor.persistence.books.verify;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Bucket;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.HouseAccount;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.ColumnTypes;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Sums the postings of each balance in the order of posting, and compares the result with the balance. One pass over the ledger checks
 * everything about balances, with one row at a time in memory.
 */
final class BalanceCheck {

    /**
     * Each balance follows its postings since a moment, which follow what was closed before it. The database sorts the ledger once, sequentially. An index would cause random reads, because an
     * account's postings are spread over the table.
     */
    static final String LEDGER = """
            select account_id, asset collate "C" as asset, organization_id, 2 as part, posting_number, transaction_id, line, from_place, to_place,
                amount, posted_at, available_after as available, locked_after as locked
            from postings
            where account_id is not null and posted_at >= :since
            union all
            select account_id, asset collate "C", organization_id, 1, null, null, null, null, null, null, changed_at, available, locked
            from (
                select distinct on (account_id, asset, organization_id) *
                from closed_balances
                where month = any(:closed)
                order by account_id, asset, organization_id, month desc) as closed
            union all
            select account_id, asset collate "C", organization_id, 3, null, null, null, null, null, null, changed_at, available, locked
            from balances
            order by account_id, asset, organization_id, part, posting_number
            """;

    private static final int CLOSED = 1;
    private static final int POSTED = 2;

    private final Consumer<Difference> found;
    private final Map<String, BigInteger> clearing;
    private Key key;
    private Map<Bucket, Half> halves;
    private Instant newest;

    private record Key(UUID organization, UUID account, String asset) {}

    /** One half of a balance: by its entries, and as stored. Unbounded, because damaged numbers can have any sum. */
    private static final class Half {

        private BigInteger sum = BigInteger.ZERO;
        private BigInteger after = BigInteger.ZERO;
        private boolean hasEntries;
        private String kept = "null";

        void open(long units) {
            sum = BigInteger.valueOf(units);
            after = sum;
        }
    }

    /** @param clearing what was in clearing before the first posting, by the asset */
    BalanceCheck(Map<String, BigInteger> clearing, Consumer<Difference> found) {
        this.clearing = new TreeMap<>(clearing);
        this.found = found;
    }

    /** The next row of the {@link #LEDGER}. */
    void take(ResultSet row) throws SQLException {
        var next = new Key(row.getObject("organization_id", UUID.class), row.getObject("account_id", UUID.class), row.getString("asset"));
        if (!next.equals(key)) {
            finish();
            begin(next);
        }
        switch (row.getInt("part")) {
            case CLOSED -> takeClosed(row);
            case POSTED -> takePosting(row);
            default -> takeBalance(row);
        }
    }

    /** Call after the last row. */
    void finish() {
        if (key != null) {
            compareSums();
            halves.forEach(this::compareNewest);
        }
    }

    /** What the postings have left in clearing, by the asset; an asset may be absent if it is nothing. */
    Map<String, BigInteger> clearing() {
        return clearing;
    }

    private void begin(Key next) {
        key = next;
        halves = new EnumMap<>(Map.of(Bucket.AVAILABLE, new Half(), Bucket.LOCKED, new Half()));
        newest = Instant.EPOCH;
    }

    private void takeClosed(ResultSet row) throws SQLException {
        halves.get(Bucket.AVAILABLE).open(row.getLong("available"));
        halves.get(Bucket.LOCKED).open(row.getLong("locked"));
        newest = ColumnTypes.instant(row, "posted_at");
    }

    private void takePosting(ResultSet row) throws SQLException {
        takeSides(Bucket.AVAILABLE, row.getLong("available"), row);
        takeSides(Bucket.LOCKED, row.getLong("locked"), row);
        takeClearing(row);

        var postedAt = ColumnTypes.instant(row, "posted_at");
        if (postedAt.isBefore(newest)) {
            var facts = factsOf(row);
            facts.put("postedAt", postedAt.toString());
            facts.put("previousPostedAt", newest.toString());
            found.accept(new Difference("entry_before_its_predecessor", facts));
        }
        newest = postedAt;
    }

    /** Reports only the posting where the chain breaks, not those after it. */
    private void takeSides(Bucket bucket, long kept, ResultSet row) throws SQLException {
        var half = halves.get(bucket);
        var moved = BigInteger.valueOf(row.getLong("amount"));
        var change = BigInteger.ZERO;
        if (bucket.name().equals(row.getString("from_place"))) {
            change = change.subtract(moved);
        }
        if (bucket.name().equals(row.getString("to_place"))) {
            change = change.add(moved);
        }
        var after = BigInteger.valueOf(kept);
        if (!half.after.add(change).equals(after)) {
            var facts = factsOf(row);
            facts.put("bucket", bucket.name());
            facts.put("balanceBefore", half.after.toString());
            facts.put("amount", change.toString());
            facts.put("balanceAfter", after.toString());
            found.accept(new Difference("running_balance_broken", facts));
        }
        half.sum = half.sum.add(change);
        half.after = after;
        half.hasEntries |= change.signum() != 0;
    }

    /** Each posting of the clearing account has a customer's side, so all of them are in this walk. */
    private void takeClearing(ResultSet row) throws SQLException {
        var amount = BigInteger.valueOf(row.getLong("amount"));
        if (row.getString("from_place").equals(HouseAccount.CLEARING.name())) {
            clearing.merge(key.asset, amount.negate(), BigInteger::add);
        } else if (row.getString("to_place").equals(HouseAccount.CLEARING.name())) {
            clearing.merge(key.asset, amount, BigInteger::add);
        }
    }

    private void takeBalance(ResultSet row) throws SQLException {
        halves.get(Bucket.AVAILABLE).kept = row.getString("available");
        halves.get(Bucket.LOCKED).kept = row.getString("locked");
        var changedAt = ColumnTypes.instant(row, "posted_at");
        if (!changedAt.equals(newest)) {
            var facts = facts();
            facts.put("changedAt", changedAt.toString());
            facts.put("newestPostedAt", newest.toString());
            found.accept(new Difference("balance_changed_at_another_time", facts));
        }
    }

    private void compareSums() {
        var available = halves.get(Bucket.AVAILABLE);
        var locked = halves.get(Bucket.LOCKED);
        if (!available.kept.equals(available.sum.toString()) || !locked.kept.equals(locked.sum.toString())) {
            var facts = facts();
            facts.put("available", available.kept);
            facts.put("availableByEntries", available.sum.toString());
            facts.put("locked", locked.kept);
            facts.put("lockedByEntries", locked.sum.toString());
            found.accept(new Difference("balance_differs_from_entries", facts));
        }
    }

    /** The newest entry's balance equals the stored one. */
    private void compareNewest(Bucket bucket, Half half) {
        if (half.hasEntries && !half.kept.equals(half.after.toString())) {
            var facts = facts();
            facts.put("bucket", bucket.name());
            facts.put("balanceAfter", half.after.toString());
            facts.put("balance", half.kept);
            found.accept(new Difference("newest_entry_differs_from_balance", facts));
        }
    }

    private Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("organizationId", new OrganizationId(key.organization).toString());
        facts.put("accountId", new AccountId(key.account).toString());
        facts.put("asset", key.asset);
        return facts;
    }

    private Map<String, String> factsOf(ResultSet posting) throws SQLException {
        var facts = facts();
        facts.put("transactionId", new TransactionId(posting.getObject("transaction_id", UUID.class)).toString());
        facts.put("line", posting.getString("line"));
        return facts;
    }
}
