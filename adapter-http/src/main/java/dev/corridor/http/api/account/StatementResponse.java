package dev.corridor.http.api.account;

import dev.corridor.domain.account.Balance;
import dev.corridor.domain.transaction.Statement;
import dev.corridor.http.edge.wire.Csv;
import dev.corridor.http.edge.wire.OptionalText;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A statement of account on the wire, as JSON or as a table.
 *
 * @param from inclusive
 * @param to exclusive
 * @param opening what the account held at the beginning of the period
 * @param closing what was left at its end
 * @param lines one per step of a transaction, in the order of posting
 */
@Serdeable
record StatementResponse(
        String object, String accountId, String asset, String from, String to, Held opening, Held closing, List<Line> lines) {

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
     * @param balance all that the account holds, in major units
     * @param available what of it can be spent
     * @param locked what of it is promised to payouts on their way
     */
    @Serdeable
    record Held(String balance, String available, String locked) {

        static Held of(Balance balance) {
            return new Held(balance.total().decimal(), balance.available().decimal(), balance.locked().decimal());
        }
    }

    /**
     * @param amount how the balance changed, in major units; negative if money went out, zero if it only was locked or released
     * @param availableAmount how what can be spent changed
     * @param lockedAmount how what is locked changed
     * @param after what the account held right after it
     */
    @Serdeable
    record Line(
            String postedAt,
            String transactionId,
            String type,
            @Nullable String description,
            String amount,
            String availableAmount,
            String lockedAmount,
            Held after) {

        static Line of(Statement.Line line) {
            return new Line(
                    Timestamp.format(line.postedAt()),
                    line.transaction().toString(),
                    line.type().name(),
                    OptionalText.orNull(line.description()),
                    line.amount().decimal(),
                    line.available().decimal(),
                    line.locked().decimal(),
                    Held.of(line.after()));
        }
    }

    /** The same as a table: the opening balance, the lines, and the closing balance. */
    String toCsv() {
        var table = new Csv(
                "postedAt",
                "transactionId",
                "type",
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
        table.row(moment, "", type, "", asset, "", "", "", held.balance, held.available, held.locked);
    }
}
