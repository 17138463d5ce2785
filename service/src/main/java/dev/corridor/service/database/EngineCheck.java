package dev.corridor.service.database;

import dev.corridor.domain.organization.Environment;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.distribution.Distribution;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.lane.PlannerSettings;
import dev.corridor.service.settings.DatabaseAddress;
import java.util.ArrayList;
import javax.sql.DataSource;

/** Whether the settings fit the engine of a database whose tables are distributed by organization. Others fit any. */
final class EngineCheck {

    private final DatabaseAddress address;
    private final Distribution distribution;

    EngineCheck(DatabaseAddress address, DataSource owner) {
        this.address = address;
        this.distribution = new Distribution(owner);
    }

    /**
     * Of a database that is migrated.
     *
     * @throws UnusableDatabaseException with every problem at once, each with what mends it
     */
    void require(LaneSettings books, Environment environment) {
        if (!distribution.hasBegun()) {
            return;
        }
        var problems = new ArrayList<String>();
        if (books.batchScope() != BatchScope.ORGANIZATION) {
            problems.add("it locks on one server at a time: set CORRIDOR_BOOKS_BATCH_SCOPE=organization");
        }
        if (books.planning() != PlannerSettings.BY_STATISTICS) {
            problems.add("it plans by itself: set CORRIDOR_BOOKS_PLANNING=by-statistics");
        }
        var missing = distribution.missing();
        if (!missing.isEmpty()) {
            problems.add("these are not distributed yet: " + String.join(", ", missing)
                    + ": run `./corridor distribute`");
        }
        if (distribution.haveRowsMoved()) {
            problems.add(
                    "rows have moved between its nodes, so events may get numbers below those that clients have seen: with every service stopped,"
                            + " run `./corridor distribute`");
        }
        if (environment == Environment.LIVE) {
            problems.add("a batch as one call was not tried there yet: use it in the sandbox, see docs/operate/distribution.md");
        }
        if (!problems.isEmpty()) {
            throw new UnusableDatabaseException(
                    "the tables of the database " + address + " are distributed by organization:\n  - " + String.join("\n  - ", problems));
        }
    }
}
