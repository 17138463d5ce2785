package dev.corridor.persistence.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.persistence.distribution.Place;
import dev.corridor.persistence.testing.ExplainedWay.Explained;
import dev.corridor.persistence.testing.Footprints.Footprint;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * The way to a twin of its own, see {@link TwinSchema}. What goes it may be about all organizations, but is such that each node could do its part: it ties no
 * rows of several organizations together, and reads no local table beside a tenant's. That is seen when it is closed.
 */
public final class TwinWay implements AutoCloseable {

    /** Texts of statements: what ties rows together is in each of its plans. */
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private final TestDatabase database;
    private final ExplainedWay way;

    private TwinWay(TestDatabase database) {
        this.database = database;
        this.way = TwinSchema.wayTo(database);
    }

    /** To a database that is the twin, or a copy of one. */
    public static TwinWay to(TestDatabase database) {
        return new TwinWay(database);
    }

    /** A twin without rows. */
    public static TestDatabase aTwin() {
        return Template.SPREAD.copy();
    }

    public DataSource dataSource() {
        return way.dataSource();
    }

    /** Before the database. */
    @Override
    public void close() {
        way.close();
        var unseen = way.statements().stream().filter(statement -> SEEN.add(textIn(statement))).toList();
        assertThat(Footprints.of(unseen, database))
                .as("statements that no node could do its part of")
                .filteredOn(statement -> statement.tiesOrganizations() || statement.touches(Place.TENANT) && statement.touches(Place.LOCAL))
                .extracting(Footprint::text)
                .isEmpty();
    }

    private static String textIn(Explained statement) {
        return statement.plan().substring(0, statement.plan().indexOf("\"Plan\""));
    }

    /** Made once, and copied. */
    private static final class Template {

        static final TestDatabase SPREAD = TwinSchema.create();
    }
}
