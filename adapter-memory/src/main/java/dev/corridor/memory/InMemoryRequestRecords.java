package dev.corridor.memory;

import dev.corridor.application.journal.port.RequestRecords;
import dev.corridor.domain.id.TimeOrderedUuid;
import dev.corridor.domain.journal.RequestId;
import dev.corridor.domain.journal.RequestRecord;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
    public boolean removeOldestDay(Instant before) {
        return requests.keySet().stream()
                .findFirst()
                .map(oldest -> TimeOrderedUuid.timeOf(oldest.uuid()).truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS))
                .filter(end -> !end.isAfter(before))
                .map(end -> requests.keySet().removeIf(id -> TimeOrderedUuid.timeOf(id.uuid()).isBefore(end)))
                .orElse(false);
    }
}
