package dev.corridor.persistence.feed;

import dev.corridor.domain.feed.EventKind;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Pipeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The events of one transaction, in order. */
public final class EventRows {

    private static final BulkInsert<Row> RECORDING = BulkInsert.<Row>into("events")
            .uuid("organization_id", Row::organization)
            .text("kind", row -> row.kind.name())
            .counted("sequence", EventNumbering.FIRST_OF_THIS_TRANSACTION, Row::index)
            .uuid("subject_id", Row::subject)
            .text("status", Row::status)
            .uuid("reversed_by", Row::reversedByOrNull)
            .integer("returns", Row::returnsOrNull)
            .timestamp("changed_at", Row::changedAt)
            .build();

    private final List<Row> rows = new ArrayList<>();

    private record Row(
            int index,
            UUID organization,
            EventKind kind,
            UUID subject,
            String status,
            UUID reversedByOrNull,
            Integer returnsOrNull,
            Instant changedAt) {}

    public void add(Quote quote) {
        var changedAt = switch (quote) {
            case Quote.Pending pending -> pending.terms().issuedAt();
            case Quote.Completed completed -> completed.executedAt();
        };
        add(new Row(
                rows.size(),
                quote.terms().organization().uuid(),
                EventKind.QUOTE,
                quote.id().uuid(),
                quote.statusAt(changedAt).name(),
                null,
                null,
                changedAt));
    }

    public void add(Transaction transaction) {
        add(new Row(
                rows.size(),
                transaction.organization().uuid(),
                EventKind.TRANSACTION,
                transaction.id().uuid(),
                transaction.status().name(),
                transaction.reversedBy().map(TransactionId::uuid).orElse(null),
                transaction.returns().isEmpty() ? null : transaction.returns().size(),
                transaction.updatedAt()));
    }

    private void add(Row row) {
        if (row.index == EventNumbering.PER_TRANSACTION) {
            throw new IllegalStateException("a transaction has at most " + EventNumbering.PER_TRANSACTION + " events");
        }
        rows.add(row);
    }

    /** Call once per transaction: each call would start with the same number. */
    public void record(Pipeline pipeline) {
        RECORDING.record(rows, pipeline);
    }
}
