package dev.corridor.application.journal;

import dev.corridor.application.journal.port.RequestRecords;

public final class KeepRequestsService implements KeepRequests {

    private final NotedRequests noted;
    private final RequestRecords records;

    public KeepRequestsService(NotedRequests noted, RequestRecords records) {
        this.noted = noted;
        this.records = records;
    }

    @Override
    public int keep(Command command) {
        var requests = noted.collect(command.limit());
        if (!requests.isEmpty()) {
            records.add(requests);
        }
        return requests.size();
    }
}
