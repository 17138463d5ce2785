package dev.corridor.persistence.feed;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.application.feed.port.Events;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.ApiKeyChange;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryStatus;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.Event.ApiKeyEvent;
import dev.corridor.domain.feed.Event.BeneficiaryEvent;
import dev.corridor.domain.feed.Event.EndpointDisabledEvent;
import dev.corridor.domain.feed.Event.QuoteEvent;
import dev.corridor.domain.feed.Event.TransactionEvent;
import dev.corridor.domain.feed.Event.VerificationEvent;
import dev.corridor.domain.feed.EventKind;
import dev.corridor.domain.feed.Topic;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.VerificationStatus;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.transaction.Hold;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.Parts;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.access.ApiKeyRows;
import dev.corridor.persistence.beneficiary.BeneficiaryRows;
import dev.corridor.persistence.organization.OrganizationRows;
import dev.corridor.persistence.quote.QuoteRows;
import dev.corridor.persistence.transaction.TransactionRows;
import dev.corridor.persistence.webhook.EndpointRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Two round trips read the events of any number of topics: the events, then what they are about. */
public final class PostgresEvents implements Events {

    /**
     * One range of the primary key per topic and partition, read up to the limit only, and the events of these rows, each with its own sequence. A row of a topic
     * has at least one event, and at most two begin within a transaction's length before the range.
     */
    private static final String READ = """
            select topic.organization_id, topic.kind, event.*
            from (select unnest(:organizations) as organization_id, unnest(:kinds) as kind) as topic
            cross join lateral (
                select *
                from (%s) as of_each_part
                order by sequence
                limit cast(:limit as bigint) + 2) as rows
            cross join lateral (
                select rows.sequence + number - 1 as sequence, subject_id, status, reversed_by, returns, changed_at
                from unnest(subject_ids, statuses, rows.reversed_by, rows.returns, rows.changed_at)
                    with ordinality as step (subject_id, status, reversed_by, returns, changed_at, number)) as event
            where event.sequence >= :from and event.sequence < :until
            order by event.sequence
            limit :limit
            """;

    private static final String ROWS = """
            select *
            from events
            where part = :part and organization_id = %s and kind = topic.kind and sequence > :from - %d and sequence < :until
            order by sequence
            limit cast(:limit as bigint) + 2
            """;

    private static final String OF_THESE = "where %1$s_id = any(?) and %1$ss.organization_id = any(?)";
    private static final String SELECT_QUOTES = QuoteRows.SELECT + OF_THESE.formatted("quote");
    private static final String SELECT_TRANSACTIONS = TransactionRows.SELECT + OF_THESE.formatted("transaction");
    private static final String SELECT_BENEFICIARIES = BeneficiaryRows.SELECT + "where beneficiary_id = any(?) and organization_id = any(?)";
    private static final String SELECT_KEYS = ApiKeyRows.SELECT + OF_THESE.formatted("api_key");
    private static final String SELECT_ENDPOINTS = EndpointRows.SELECT + "where endpoint_id = any(?) and organization_id = any(?)";

    /** Of any: a broker reads about its customers. */
    private static final String SELECT_ORGANIZATIONS = OrganizationRows.SELECT + "where organization_id = any(?)";

    private static final String FORGOTTEN_UNTIL = """
            select greatest(
                (select last_sequence from forgotten_events where organization_id = :organization and kind = :kind),
                0)
            """;

    private static final String NEXT_TOPIC = """
            select organization_id, kind
            from events
            where part = :part and (organization_id, kind) > (:organization, :kind)
            order by organization_id, kind
            limit 1
            """;

    private static final String LAST_OF_TOPIC = """
            select sequence + cardinality(subject_ids) - 1
            from events
            where part = :part and organization_id = :organization and kind = :kind
            order by sequence desc
            limit 1
            """;

    /** What a transaction that started earlier has written into the next partition may be below it: that is forgotten too. */
    private static final String FORGET_UNTIL = """
            with noted as (
                insert into forgotten_events (organization_id, kind, last_sequence, last_number)
                values (:organization, :kind, :sequence, :number)
                on conflict (organization_id, kind) do update set last_sequence = excluded.last_sequence, last_number = excluded.last_number
                where forgotten_events.last_sequence < excluded.last_sequence
                returning organization_id, kind, last_sequence
            )
            delete from event_milestones as milestone
            using noted
            where milestone.organization_id = :organization and milestone.kind = noted.kind and milestone.sequence <= noted.last_sequence
            """;

    private final Jdbi jdbi;
    private final BatchScope scope;
    private final String read;
    private final EventNumbers numbers;
    private final Parts parts;
    private final QuoteRows quoteRows;
    private final TransactionRows transactionRows;
    private final BeneficiaryRows beneficiaryRows;
    private final ApiKeyRows keyRows = new ApiKeyRows();
    private final EndpointRows endpointRows = new EndpointRows();
    private final OrganizationRows organizationRows = new OrganizationRows();

    public PostgresEvents(DataSource dataSource, AssetCatalogue assets, BatchScope scope) {
        this.jdbi = Database.on(dataSource);
        this.scope = scope;
        this.read = reading(scope);
        this.numbers = new EventNumbers(jdbi);
        this.parts = new Parts(jdbi, EventRows.TABLE);
        this.quoteRows = new QuoteRows(assets);
        this.transactionRows = new TransactionRows(assets);
        this.beneficiaryRows = new BeneficiaryRows(assets);
    }

    /** Where only topics of one organization are read together, the statement says whose: from a join alone an engine could not tell. */
    static String reading(BatchScope scope) {
        var organization = switch (scope) {
            case ANY -> "topic.organization_id";
            case ORGANIZATION -> "(cast(:organizations as uuid[]))[1]";
        };
        return READ.formatted(Parts.each(ROWS.formatted(organization, EventNumbering.PER_TRANSACTION)));
    }

    @Override
    public long horizon(OrganizationId organization) {
        return jdbi.withHandle(handle -> EventNumbering.horizon(organization, handle));
    }

    @Override
    public boolean areNumberedTogether() {
        return scope == BatchScope.ANY;
    }

    @Override
    public List<Event> read(Collection<Topic> topics, long from, long until, int limit) {
        if (topics.isEmpty() || from >= until) {
            return List.of();
        }
        return scope.groups(topics, Topic::organization).stream()
                .flatMap(together -> readTogether(together, from, until, limit).stream())
                .sorted(Comparator.comparingLong(Event::sequence))
                .limit(limit)
                .toList();
    }

    private List<Event> readTogether(List<Topic> topics, long from, long until, int limit) {
        return jdbi.withHandle(handle -> {
            var rows = handle.createQuery(read)
                    .bindArray("organizations", UUID.class, topics.stream().map(topic -> topic.organization().uuid()).toArray())
                    .bindArray("kinds", String.class, topics.stream().map(topic -> topic.kind().name()).toArray())
                    .bind("from", from)
                    .bind("until", until)
                    .bind("limit", limit)
                    .map(PostgresEvents::row)
                    .list();
            var subjects = subjectsOf(rows, handle);
            return rows.stream().map(subjects::event).toList();
        });
    }

    @Override
    public long numberBefore(Topic topic, long until) {
        return numbers.numberBefore(topic, until);
    }

    @Override
    public OptionalLong sequenceOf(Topic topic, long number, long until) {
        return numbers.sequenceOf(topic, number, until);
    }

    @Override
    public long forgottenUntil(Topic topic) {
        return jdbi.withHandle(handle -> handle.createQuery(FORGOTTEN_UNTIL)
                .bind("organization", topic.organization().uuid())
                .bind("kind", topic.kind().name())
                .mapTo(Long.class)
                .one());
    }

    /**
     * Topic by topic it is noted how far the oldest partition reaches and how many events that were, each in a short transaction: a long one would delay all
     * readers. From then on these events are forgotten, though they are still there. Then the partition is emptied.
     */
    @Override
    public void forget(Instant now, Duration kept) {
        var oldest = parts.toEmpty(now, kept);
        if (oldest.isEmpty() || !forgetTopicsOf(oldest.getAsInt())) {
            return;
        }
        parts.turn(now, kept);
    }

    /** Answers whether all are noted: not if a transaction is in progress that is older than an event, and might write one before it. */
    private boolean forgetTopicsOf(int part) {
        var last = lastOfTopic(part, new UUID(0, 0), "");
        while (last.isPresent()) {
            var topic = last.get().topic;
            long sequence = last.get().sequence;
            if (sequence >= horizon(topic.organization())) {
                return false;
            }
            if (forgottenUntil(topic) < sequence) {
                forget(topic, sequence, numberBefore(topic, sequence + 1));
            }
            last = lastOfTopic(part, topic.organization().uuid(), topic.kind().name());
        }
        return true;
    }

    private record LastEvent(Topic topic, long sequence) {}

    /** Of the first topic of a partition after another one, the partition's last event. Two looks at the primary key; what is there stays until the turn. */
    private Optional<LastEvent> lastOfTopic(int part, UUID organization, String kind) {
        return jdbi.withHandle(handle -> handle.createQuery(Parts.of(part, NEXT_TOPIC))
                .bind("organization", organization)
                .bind("kind", kind)
                .map((row, context) -> new Topic(new OrganizationId(uuid(row, "organization_id")), EventKind.valueOf(row.getString("kind"))))
                .findOne()
                .map(topic -> new LastEvent(topic, lastOf(part, topic, handle))));
    }

    private static long lastOf(int part, Topic topic, Handle handle) {
        return handle.createQuery(Parts.of(part, LAST_OF_TOPIC))
                .bind("organization", topic.organization().uuid())
                .bind("kind", topic.kind().name())
                .mapTo(Long.class)
                .one();
    }

    private void forget(Topic topic, long sequence, long number) {
        jdbi.useHandle(handle -> handle.createUpdate(FORGET_UNTIL)
                .bind("organization", topic.organization().uuid())
                .bind("kind", topic.kind().name())
                .bind("sequence", sequence)
                .bind("number", number)
                .execute());
    }

    private record Row(
            UUID organization,
            EventKind kind,
            long sequence,
            UUID subject,
            String status,
            Optional<TransactionId> reversedBy,
            int returns,
            Instant changedAt) {}

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                uuid(row, "organization_id"),
                EventKind.valueOf(row.getString("kind")),
                row.getLong("sequence"),
                uuid(row, "subject_id"),
                row.getString("status"),
                Optional.ofNullable(uuid(row, "reversed_by")).map(TransactionId::new),
                row.getInt("returns"),
                instant(row, "changed_at"));
    }

    private Subjects subjectsOf(List<Row> rows, Handle handle) {
        var subjects = new Subjects();
        var pipeline = new Pipeline();
        read(EventKind.QUOTE, rows, SELECT_QUOTES, quoteRows, quote -> subjects.quotes.put(quote.id().uuid(), quote), pipeline);
        read(
                EventKind.TRANSACTION,
                rows,
                SELECT_TRANSACTIONS,
                transactionRows,
                transaction -> subjects.transactions.put(transaction.id().uuid(), transaction),
                pipeline);
        read(
                EventKind.BENEFICIARY,
                rows,
                SELECT_BENEFICIARIES,
                beneficiaryRows,
                beneficiary -> subjects.beneficiaries.put(beneficiary.id().uuid(), beneficiary),
                pipeline);
        read(EventKind.API_KEY, rows, SELECT_KEYS, keyRows, key -> subjects.keys.put(key.id().uuid(), key), pipeline);
        read(
                EventKind.WEBHOOK_ENDPOINT,
                rows,
                SELECT_ENDPOINTS,
                endpointRows,
                endpoint -> subjects.endpoints.put(endpoint.id().uuid(), endpoint),
                pipeline);
        var verified = rows.stream().filter(row -> row.kind == EventKind.ORGANIZATION).map(Row::subject).distinct().toList();
        if (!verified.isEmpty()) {
            pipeline.query(
                    SELECT_ORGANIZATIONS,
                    organizationRows,
                    organization -> subjects.organizations.put(organization.id().uuid(), organization),
                    List.of(ArrayType.UUIDS.of(verified)));
        }
        pipeline.run(handle);
        return subjects;
    }

    private static <T> void read(
            EventKind kind, List<Row> rows, String select, RowMapper<T> mapper, Consumer<T> subjects, Pipeline pipeline) {
        var ids = rows.stream().filter(row -> row.kind == kind).map(Row::subject).distinct().toList();
        if (!ids.isEmpty()) {
            var organizations = rows.stream().map(Row::organization).distinct().toList();
            pipeline.query(select, mapper, subjects, List.of(ArrayType.UUIDS.of(ids), ArrayType.UUIDS.of(organizations)));
        }
    }

    /** The current state of the events' subjects. */
    private static final class Subjects {

        private final Map<UUID, Quote> quotes = new HashMap<>();
        private final Map<UUID, Transaction> transactions = new HashMap<>();
        private final Map<UUID, Beneficiary> beneficiaries = new HashMap<>();
        private final Map<UUID, ApiKey> keys = new HashMap<>();
        private final Map<UUID, Endpoint> endpoints = new HashMap<>();
        private final Map<UUID, Organization> organizations = new HashMap<>();

        Event event(Row row) {
            return switch (row.kind) {
                case QUOTE -> new QuoteEvent(row.sequence, asItWas(quotes.get(row.subject), row));
                case TRANSACTION -> new TransactionEvent(row.sequence, asItWas(transactions.get(row.subject), row));
                case BENEFICIARY -> new BeneficiaryEvent(row.sequence, asItWas(beneficiaries.get(row.subject), row));
                case API_KEY -> new ApiKeyEvent(row.sequence, keys.get(row.subject), ApiKeyChange.valueOf(row.status), row.changedAt);
                case ORGANIZATION -> new VerificationEvent(
                        row.sequence,
                        new OrganizationId(row.organization),
                        organizations.get(row.subject).withVerification(VerificationStatus.valueOf(row.status), row.changedAt));
                case WEBHOOK_ENDPOINT -> new EndpointDisabledEvent(row.sequence, endpoints.get(row.subject), row.changedAt);
            };
        }

        private static Beneficiary asItWas(Beneficiary beneficiary, Row row) {
            return new Beneficiary(
                    beneficiary.id(),
                    beneficiary.organization(),
                    beneficiary.account(),
                    beneficiary.reference(),
                    beneficiary.nickname(),
                    BeneficiaryStatus.valueOf(row.status),
                    beneficiary.destination(),
                    beneficiary.identity(),
                    beneficiary.tags(),
                    beneficiary.metadata(),
                    beneficiary.createdAt(),
                    row.changedAt);
        }

        private static Quote asItWas(Quote quote, Row row) {
            return switch (Quote.Status.valueOf(row.status)) {
                case PENDING -> new Quote.Pending(quote.terms());
                case COMPLETED -> new Quote.Completed(quote.terms(), row.changedAt);
                case EXPIRED, FAILED -> throw new IllegalStateException("a quote expires without an event, and none fails");
            };
        }

        private static Transaction asItWas(Transaction transaction, Row row) {
            return new Transaction(
                    transaction.id(),
                    transaction.organization(),
                    transaction.account(),
                    TransactionStatus.valueOf(row.status),
                    transaction.amount(),
                    transaction.details(),
                    transaction.memo(),
                    transaction.createdAt(),
                    row.changedAt,
                    row.reversedBy,
                    transaction.returns().subList(0, row.returns),
                    TransactionStatus.valueOf(row.status) == TransactionStatus.EXPECTED
                            ? transaction.hold().map(Hold::goingOn)
                            : transaction.hold());
        }
    }
}
