package dev.corridor.persistence.feed;

import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyChange;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.feed.Event.QuoteEvent;
import dev.corridor.domain.feed.EventKind;
import dev.corridor.domain.feed.Topic;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EventType;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.DatabaseFunction;
import dev.corridor.persistence.Parts;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The events of one transaction, in order: one row for each topic, which numbers its events from the row's sequence on. */
public final class EventRows {

    static final String TABLE = "events";

    private static final BulkInsert<Row> RECORDING = BulkInsert.<Row>into(TABLE)
            .given("part", Parts.takingIn(TABLE))
            .uuid("organization_id", row -> row.topic.organization().uuid())
            .text("kind", row -> row.topic.kind().name())
            .counted("sequence", EventNumbering.FIRST_OF_THIS_TRANSACTION, Row::index)
            .uuids("subject_ids", row -> row.column(Step::subject))
            .texts("statuses", row -> row.column(Step::status))
            .uuids("reversed_by", row -> row.column(step -> step.reversedBy.map(TransactionId::uuid).orElse(null)))
            .integers("returns", row -> row.column(Step::returns))
            .timestamps("changed_at", row -> row.column(Step::changedAt))
            .build();

    public static final Statement RECORD = RECORDING.statement();

    public static final DatabaseFunction RECORD_BY_ITSELF = DatabaseFunction.named("record_events").update(RECORD).build();

    private final Map<Topic, List<Step>> steps = new LinkedHashMap<>();
    private int size;

    private record Step(UUID subject, String status, Optional<TransactionId> reversedBy, int returns, Instant changedAt) {}

    private record Row(Topic topic, int index, List<Step> steps) {

        <V> List<V> column(Function<Step, V> value) {
            return steps.stream().map(value).toList();
        }
    }

    public void add(Quote quote) {
        var changedAt = new QuoteEvent(0, quote).happenedAt();
        add(
                new Topic(quote.terms().organization(), EventKind.QUOTE),
                new Step(quote.id().uuid(), quote.statusAt(changedAt).name(), Optional.empty(), 0, changedAt));
    }

    public void add(Transaction transaction) {
        add(
                new Topic(transaction.organization(), EventKind.TRANSACTION),
                new Step(
                        transaction.id().uuid(),
                        transaction.status().name(),
                        transaction.reversedBy(),
                        transaction.returns().size(),
                        transaction.updatedAt()));
    }

    public void add(Beneficiary beneficiary) {
        add(EventKind.BENEFICIARY, beneficiary, beneficiary.id().uuid(), beneficiary.status(), beneficiary.updatedAt());
    }

    public void add(ApiKey key, ApiKeyChange change) {
        add(EventKind.API_KEY, key, key.id().uuid(), change, key.updatedAt());
    }

    /** How its verification has got further, for one reader. */
    public void add(OrganizationId reader, Organization organization) {
        add(
                new Topic(reader, EventKind.ORGANIZATION),
                new Step(organization.id().uuid(), organization.verification().name(), Optional.empty(), 0, organization.updatedAt()));
    }

    /** That it was disabled. */
    public void add(Endpoint dead) {
        add(EventKind.WEBHOOK_ENDPOINT, dead, dead.id().uuid(), EventType.WEBHOOK_ENDPOINT_DISABLED, dead.updatedAt());
    }

    private void add(EventKind kind, Owned subject, UUID id, Enum<?> status, Instant changedAt) {
        add(new Topic(subject.organization(), kind), new Step(id, status.name(), Optional.empty(), 0, changedAt));
    }

    private void add(Topic topic, Step step) {
        if (size == EventNumbering.PER_TRANSACTION) {
            throw new IllegalStateException("a transaction has at most " + EventNumbering.PER_TRANSACTION + " events");
        }
        steps.computeIfAbsent(topic, none -> new ArrayList<>()).add(step);
        size++;
    }

    /** As a part of a function. Call once per transaction: each call would start with the same number. */
    public void record(Statements statements) {
        RECORDING.record(rows(), statements);
    }

    /** The same, with a call of a function for each organization. */
    public void recordByThemselves(Pipeline pipeline) {
        rows().stream().collect(Collectors.groupingBy(row -> row.topic.organization())).forEach((organization, rows) -> {
            var call = RECORD_BY_ITSELF.call(organization);
            RECORDING.record(rows, call);
            call.addTo(pipeline);
        });
    }

    private List<Row> rows() {
        var rows = new ArrayList<Row>(steps.size());
        int index = 0;
        for (var topic : steps.entrySet()) {
            rows.add(new Row(topic.getKey(), index, topic.getValue()));
            index += topic.getValue().size();
        }
        return rows;
    }
}
