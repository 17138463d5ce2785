package dev.corridor.persistence.transaction;

import dev.corridor.domain.transaction.Hold;
import dev.corridor.domain.transaction.Hold.Gate;
import dev.corridor.domain.transaction.Hold.Reason;
import dev.corridor.domain.transaction.Hold.Refusal;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds as they stand in their table. They are read with their transaction. */
public final class HoldRows {

    /** A column of a query of transactions: the facts of the hold; null without one. */
    static final String FACTS = """
            case when type in ('CRYPTO_PAYOUT', 'FIAT_PAYOUT') then (
                select array[maker, waits_for, passed, %s, %s, decided_by, %s, declined_for, refusal_code, refusal_message]
                from payout_holds as hold
                where hold.transaction_id = transactions.transaction_id and hold.organization_id = transactions.organization_id)
            end as hold
            """.formatted(millis("execute_at"), millis("expires_at"), millis("ended_at"));

    private static final BulkInsert<Transaction> RECORDING = BulkInsert.<Transaction>into("payout_holds")
            .uuid("transaction_id", transaction -> transaction.id().uuid())
            .uuid("organization_id", transaction -> transaction.organization().uuid())
            .text("maker", of(Hold::maker))
            .text("waits_for", of(hold -> text(hold.waitsFor())))
            .text("passed", of(hold -> text(hold.passed())))
            .timestamp("execute_at", of(hold -> hold.executeAt().orElse(null)))
            .timestamp("expires_at", of(Hold::expiresAt))
            .timestamp("due_at", of(hold -> hold.isOver() ? null : hold.dueAt()))
            .text("decided_by", of(hold -> hold.decidedBy().orElse(null)))
            .timestamp("ended_at", of(hold -> hold.endedAt().orElse(null)))
            .text("declined_for", of(hold -> hold.declinedFor().map(Enum::name).orElse(null)))
            .text("refusal_code", of(hold -> hold.refusal().map(Refusal::code).orElse(null)))
            .text("refusal_message", of(hold -> hold.refusal().map(Refusal::message).orElse(null)))
            .onConflict(
                    "transaction_id, organization_id",
                    """
                    do update set waits_for = excluded.waits_for, passed = excluded.passed, expires_at = excluded.expires_at,
                        due_at = excluded.due_at, decided_by = excluded.decided_by, ended_at = excluded.ended_at,
                        declined_for = excluded.declined_for, refusal_code = excluded.refusal_code, refusal_message = excluded.refusal_message
                    where payout_holds.due_at is not null
                    """);

    public static final Statement RECORD = RECORDING.statement();

    private HoldRows() {}

    /** Writes the holds of transactions that wait, or that have just ended their wait. */
    public static void record(List<Transaction> transactions, Statements statements) {
        RECORDING.record(transactions.stream().filter(transaction -> transaction.hold().isPresent()).toList(), statements);
    }

    static Optional<Hold> hold(ResultSet row) throws SQLException {
        var facts = row.getArray("hold");
        return facts == null ? Optional.empty() : Optional.of(hold(facts));
    }

    private static Hold hold(Array array) throws SQLException {
        var facts = (String[]) array.getArray();
        return new Hold(
                facts[0],
                gates(facts[1]),
                gates(facts[2]),
                Optional.ofNullable(facts[3]).map(HoldRows::instant),
                instant(facts[4]),
                Optional.ofNullable(facts[5]),
                Optional.ofNullable(facts[6]).map(HoldRows::instant),
                Optional.ofNullable(facts[7]).map(Reason::valueOf),
                Optional.ofNullable(facts[8]).map(code -> new Refusal(code, facts[9])));
    }

    private static Set<Gate> gates(String text) {
        return Arrays.stream(text.split(" ")).filter(name -> !name.isEmpty()).map(Gate::valueOf).collect(Collectors.toSet());
    }

    private static String text(Set<Gate> gates) {
        return gates.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    private static String millis(String column) {
        return "(extract(epoch from " + column + ") * 1000)::bigint::text";
    }

    private static Instant instant(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }

    private static <V> Function<Transaction, V> of(Function<Hold, V> column) {
        return transaction -> column.apply(transaction.hold().orElseThrow());
    }
}
