package dev.corridor.persistence.journal;

import dev.corridor.application.journal.port.RequestRecords;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.RequestRecordsContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

class PostgresRequestRecordsTest extends RequestRecordsContract {

    private static TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @AfterEach
    void clear() {
        Database.on(database.superuser()).useHandle(handle -> handle.execute("delete from requests"));
    }

    @Override
    protected RequestRecords records() {
        return new PostgresRequestRecords(database.dataSource());
    }
}
