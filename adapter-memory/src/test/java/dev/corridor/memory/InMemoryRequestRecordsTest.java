package dev.corridor.memory;

import dev.corridor.application.journal.port.RequestRecords;
import dev.corridor.testing.RequestRecordsContract;

class InMemoryRequestRecordsTest extends RequestRecordsContract {

    private final InMemoryRequestRecords records = new InMemoryRequestRecords();

    @Override
    protected RequestRecords records() {
        return records;
    }
}
