package dev.corridor.service.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.organization.Environment;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.distribution.Distribution;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.lane.PlannerSettings;
import dev.corridor.persistence.testing.EngineStub;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.service.settings.DatabaseAddress;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service does not start on distributed tables with settings of one server. */
class EngineCheckTest {

    private static final LaneSettings FITTING = LaneSettings.STANDARD.withBatchScope(BatchScope.ORGANIZATION)
            .withPlanning(PlannerSettings.BY_STATISTICS);

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_ordinary_database_takes_all_settings() {
        assertThatCode(() -> require(LaneSettings.STANDARD, Environment.LIVE)).doesNotThrowAnyException();
        assertThatCode(() -> require(FITTING, Environment.LIVE)).doesNotThrowAnyException();
    }

    @Test
    void an_engine_whose_tables_are_all_in_one_place_takes_all_settings() {
        EngineStub.installIn(database);

        assertThatCode(() -> require(LaneSettings.STANDARD, Environment.LIVE)).doesNotThrowAnyException();
    }

    @Test
    void distributed_tables_need_settings_that_fit() {
        distribute();

        assertThatCode(() -> require(FITTING, Environment.SANDBOX)).doesNotThrowAnyException();
        assertThatThrownBy(() -> require(LaneSettings.STANDARD, Environment.SANDBOX))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("set CORRIDOR_BOOKS_BATCH_SCOPE=organization")
                .hasMessageContaining("set CORRIDOR_BOOKS_PLANNING=by-statistics");
    }

    @Test
    void a_table_that_a_migration_has_added_is_named() {
        distribute();
        Jdbi.create(database.superuser())
                .useHandle(handle -> handle.execute("delete from pg_dist_partition where logicalrelid = 'proposals'::regclass"));

        assertThatThrownBy(() -> require(FITTING, Environment.SANDBOX))
                .hasMessageContaining("not distributed yet: proposals: run `./corridor distribute`");
    }

    @Test
    void rows_that_have_moved_are_numbered_anew_first() {
        distribute();
        EngineStub.moveRowsIn(database);

        assertThatThrownBy(() -> require(FITTING, Environment.SANDBOX)).hasMessageContaining("rows have moved between its nodes");
    }

    @Test
    void real_money_is_refused_as_long_as_the_engine_was_not_tried() {
        distribute();

        assertThatThrownBy(() -> require(FITTING, Environment.LIVE)).hasMessageContaining("was not tried there yet");
    }

    private void distribute() {
        EngineStub.installIn(database);
        new Distribution(database.superuser()).complete((name, place) -> {});
    }

    private void require(LaneSettings books, Environment environment) {
        new EngineCheck(DatabaseAddress.parse(database.jdbcUrl()), database.superuser()).require(books, environment);
    }
}
