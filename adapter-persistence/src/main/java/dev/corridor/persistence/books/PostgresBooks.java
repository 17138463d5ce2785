package dev.corridor.persistence.books;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.Decision;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.BooksTime;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.lane.Lane;
import dev.corridor.persistence.lane.LaneMeter;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.lane.Writability;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * The books on PostgreSQL. Decisions that wait at the same moment share one database transaction (group commit, see {@link Lane}): they wait for
 * the disk once, and an account on which several of them act is locked once.
 *
 * <p>Decisions on one account go through one lane, so they share batches instead of waiting for each other's locks. That is for speed only. The
 * truth is in the locks of the database ({@link BatchSubjects}): any number of books on one database, in any number of processes, is safe.
 *
 * <p>Almost everything is checked under these locks. The exceptions are the idempotency key and the client's reference: two requests with one
 * key or reference may touch different accounts, or none. A unique index decides which was first; the other is rolled back, and decided again
 * on what the first has recorded. Constraints
 * of the tables repeat what the locks guarantee (a quote has one trade, an entry is posted once, no balance is negative). A violation is a bug,
 * and is reported as one.
 */
public final class PostgresBooks implements Books, AutoCloseable {

    private final List<Lane<QueuedDecision<?>>> lanes;
    private final Writability writability = new Writability();

    public PostgresBooks(DataSource dataSource, AssetCatalogue assets) {
        this(dataSource, assets, LaneSettings.STANDARD);
    }

    public PostgresBooks(DataSource dataSource, AssetCatalogue assets, LaneSettings settings) {
        this(dataSource, assets, settings, BooksTime.of(new SecureRandom()), LaneMeter.NONE);
    }

    /** @param dataSource must have {@link LaneSettings#connections} connections to spare */
    public PostgresBooks(DataSource dataSource, AssetCatalogue assets, LaneSettings settings, BooksTime time, LaneMeter meter) {
        var jdbi = Database.on(dataSource);
        var decider = new BooksDecider(new BatchSubjects(assets, time), settings.batchScope());
        this.lanes = IntStream.rangeClosed(1, settings.lanes())
                .mapToObj(number -> new Lane<>("books-" + number, settings, decider, jdbi, writability, meter))
                .toList();
    }

    @Override
    public <R> R decide(Subjects named, Decision<R> decision) {
        var queued = new QueuedDecision<>(named, decision);
        return decide(queued, laneOf(queued));
    }

    @Override
    public <R> CompletionStage<R> begin(Subjects named, Decision<R> decision, Executor answers) {
        var queued = new QueuedDecision<>(named, decision, Optional.of(answers));
        return laneOf(queued).offer(queued)
                ? queued.stage()
                : CompletableFuture.failedStage(new BusinessException(new ServiceUnavailable()));
    }

    private Lane<QueuedDecision<?>> laneOf(QueuedDecision<?> decision) {
        return lanes.get(Math.floorMod(decision.route(), lanes.size()));
    }

    private static <R> R decide(QueuedDecision<R> decision, Lane<QueuedDecision<?>> lane) {
        if (!lane.offer(decision)) {
            throw new BusinessException(new ServiceUnavailable());
        }
        return decision.await();
    }

    /**
     * Connects the lanes and decides nothing once in each, so that the first decisions need not wait for it. Writes nothing, so no reader of events
     * waits either.
     */
    public void connect() {
        var nothing = Subjects.organization(new OrganizationId(UUID.randomUUID()));
        for (var lane : lanes) {
            lane.connect();
            decide(new QueuedDecision<>(nothing, open -> nothing), lane);
        }
    }

    /** Whether the database takes writes, as far as the lanes have tried. */
    public Writability writability() {
        return writability;
    }

    /** How many decisions wait in all lanes. */
    public int waiting() {
        return lanes.stream().mapToInt(Lane::waiting).sum();
    }

    /** How long the first of them has waited. */
    public Duration oldestWaiting() {
        return lanes.stream().map(Lane::oldest).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /** Settles the decisions that wait, and ends. */
    @Override
    public void close() {
        lanes.forEach(Lane::close);
    }
}
