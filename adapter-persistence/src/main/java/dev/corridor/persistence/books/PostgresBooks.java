package dev.corridor.persistence.books;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.Decision;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.persistence.BooksTime;
import dev.corridor.persistence.Database;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * The books on PostgreSQL. Decisions that wait at the same moment share one database transaction ({@link Batch}): the disk is waited for once,
 * and an account on which all of them act is locked once.
 *
 * <p>Decisions on one account go through one {@link Lane}, so they share batches instead of waiting for one another's locks. That is a matter
 * of speed only: the truth are the locks in the database ({@link BatchSubjects}), and any number of books on one database, in any number of
 * processes, is safe.
 *
 * <p>Almost everything that is checked is checked under these locks. The exception is the key of a request: two requests may be named alike and
 * touch different accounts, or none. The unique key of the records decides which was first; the other is undone, and decided again in
 * view of the first one's answer. That a quote has one trade, an entry is posted once and no balance is negative stands in the tables all the
 * same: a violation is a fault of the program, and is passed on as one.
 */
public final class PostgresBooks implements Books, AutoCloseable {

    private final List<Lane> lanes;

    public PostgresBooks(DataSource dataSource, AssetCatalogue assets) {
        this(dataSource, assets, LaneSettings.STANDARD);
    }

    public PostgresBooks(DataSource dataSource, AssetCatalogue assets, LaneSettings settings) {
        this(dataSource, assets, settings, BooksTime.of(new SecureRandom()));
    }

    /** @param dataSource must have {@linkplain LaneSettings#connections so many} connections to spare */
    public PostgresBooks(DataSource dataSource, AssetCatalogue assets, LaneSettings settings, BooksTime time) {
        var jdbi = Database.on(dataSource);
        var subjects = new BatchSubjects(assets, time);
        this.lanes = IntStream.rangeClosed(1, settings.lanes())
                .mapToObj(number -> new Lane("books-" + number, settings, subjects, () -> new LaneConnection(jdbi, settings.planning())))
                .toList();
    }

    @Override
    public <R> R decide(Subjects named, Decision<R> decision) {
        var queued = new PendingDecision<>(named, decision);
        return lanes.get(Math.floorMod(queued.route(), lanes.size())).decide(queued);
    }

    /** Connects the lanes, which the first decisions would otherwise wait for. Writes nothing, so no reader of events waits either. */
    public void connect() {
        lanes.forEach(Lane::connect);
    }

    /** Settles what waits, and ends. */
    @Override
    public void close() {
        lanes.forEach(Lane::close);
    }
}
