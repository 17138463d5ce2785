package dev.corridor.memory;

import dev.corridor.application.journal.port.RequestRecords;
import dev.corridor.domain.id.TimeOrderedUuid;
import dev.corridor.domain.journal.RequestId;
import dev.corridor.domain.journal.RequestRecord;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The journal within one process. */
public final class InMemoryRequestRecords implements RequestRecords {

    private final Map<RequestId, RequestRecord> requests = new ConcurrentSkipListMap<>(Comparator.comparing(RequestId::toString));

    @Override
    public void add(List<RequestRecord> batch) {
        batch.forEach(request -> requests.putIfAbsent(request.id(), request));
    }

    @Override
    public Optional<RequestRecord> find(OrganizationId organization, RequestId id) {
        return Optional.ofNullable(requests.get(id)).filter(organization::owns);
    }

    @Override
    public int remove(Instant before, int limit) {
        var first = new RequestId(TimeOrderedUuid.first(before)).toString();
        var oldest = requests.keySet().stream().takeWhile(id -> id.toString().compareTo(first) < 0).limit(limit).toList();
        oldest.forEach(requests::remove);
        return oldest.size();
    }
}
