package dev.corridor.persistence.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.access.port.Credentials.Unreachable;
import dev.corridor.persistence.testing.TestDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** If the key store does not respond, requests fail soon. */
class PostgresCredentialsTest {

    @Test
    void a_database_that_is_gone_is_unreachable() {
        var nobodyListens = new PGSimpleDataSource();
        nobodyListens.setPortNumbers(new int[]{1});
        nobodyListens.setUser("nobody");

        var credentials = new PostgresCredentials(nobodyListens);

        assertThatThrownBy(() -> credentials.find("hash")).isInstanceOf(Unreachable.class);
    }

    @Test
    void a_database_that_does_not_answer_in_time_is_unreachable() {
        try (var database = TestDatabase.create()) {
            var credentials = new PostgresCredentials(database.dataSource());

            Jdbi.create(database.superuser()).useTransaction(blocker -> {
                blocker.execute("lock table api_keys in access exclusive mode");

                assertThatThrownBy(() -> credentials.find("hash")).isInstanceOf(Unreachable.class);
            });
        }
    }
}
