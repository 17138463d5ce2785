package dev.corridor.http.api.account;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.Statement;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionType;
import dev.corridor.http.edge.wire.Csv;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.OptionalText;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * A statement of account, as JSON or CSV.
 *
 * @param from inclusive
 * @param to exclusive
 * @param opening the balance at the beginning of the period
 * @param closing the balance at its end
 * @param lines one per step of a transaction, in the order of posting
 */
@Serdeable
record StatementResponse(
        @Literal("statement") String object, @Spells(AccountId.class) String accountId, @Spells(Asset.class) String asset,
        @Spells(Instant.class) String from, @Spells(Instant.class) String to, Held opening, Held closing, List<Line> lines) {

    static StatementResponse of(Statement statement) {
        return new StatementResponse(
                "statement",
                statement.account().toString(),
                statement.asset().code(),
                Timestamp.format(statement.period().from()),
                Timestamp.format(statement.period().until()),
                Held.of(statement.opening()),
                Held.of(statement.closing()),
                statement.lines().stream().map(Line::of).toList());
    }

    /**
     * @param balance the total, in major units
     * @param available what can be spent
     * @param locked reserved for payouts in progress
     */
    @Serdeable
    record Held(@Spells(Money.class) String balance, @Spells(Money.class) String available, @Spells(Money.class) String locked) {

        static Held of(Balance balance) {
            return new Held(balance.total().decimal(), balance.available().decimal(), balance.locked().decimal());
        }
    }

    /**
     * @param reference your own name for the transaction
     * @param amount the change of the balance, in major units; negative for outflows, zero if money was only locked or released
     * @param availableAmount the change of the available balance
     * @param lockedAmount the change of the locked balance
     * @param after the balance after this line
     */
    @Serdeable
    record Line(
            @Spells(Instant.class) String postedAt,
            @Spells(TransactionId.class) String transactionId,
            @Spells(TransactionType.class) String type,
            @Nullable String reference,
            @Nullable String description,
            @Spells(Money.class) String amount,
            @Spells(Money.class) String availableAmount,
            @Spells(Money.class) String lockedAmount,
            Held after) {

        static Line of(Statement.Line line) {
            return new Line(
                    Timestamp.format(line.postedAt()),
                    line.transaction().toString(),
                    line.type().name(),
                    line.reference().map(Reference::text).orElse(null),
                    OptionalText.orNull(line.description()),
                    line.amount().decimal(),
                    line.available().decimal(),
                    line.locked().decimal(),
                    Held.of(line.after()));
        }
    }

    /** As CSV: the opening balance, the lines, and the closing balance. */
    String toCsv() {
        var table = new Csv(
                "postedAt",
                "transactionId",
                "type",
                "reference",
                "description",
                "asset",
                "amount",
                "availableAmount",
                "lockedAmount",
                "balance",
                "available",
                "locked");
        addBalance("OPENING_BALANCE", from, opening, table);
        for (var line : lines) {
            table.row(
                    line.postedAt,
                    line.transactionId,
                    line.type,
                    Csv.harmless(OptionalText.orEmpty(line.reference)),
                    Csv.harmless(OptionalText.orEmpty(line.description)),
                    asset,
                    line.amount,
                    line.availableAmount,
                    line.lockedAmount,
                    line.after.balance,
                    line.after.available,
                    line.after.locked);
        }
        addBalance("CLOSING_BALANCE", to, closing, table);
        return table.toString();
    }

    private void addBalance(String type, String moment, Held held, Csv table) {
        table.row(moment, "", type, "", "", asset, "", "", "", held.balance, held.available, held.locked);
    }
}
