package dev.corridor.service.wiring;

import dev.corridor.application.journal.GetRequest;
import dev.corridor.application.journal.GetRequestService;
import dev.corridor.application.journal.KeepRequests;
import dev.corridor.application.journal.KeepRequestsService;
import dev.corridor.application.journal.NoteRequest;
import dev.corridor.application.journal.NotedRequests;
import dev.corridor.application.journal.port.RequestRecords;
import dev.corridor.persistence.journal.PostgresRequestRecords;
import dev.corridor.service.operation.Upkeep;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/** The journal of requests: its port, use cases and upkeep. */
@Factory
final class JournalFactory {

    private static final int BATCH = 1_000;

    @Singleton
    RequestRecords requestRecords(DataSource dataSource) {
        return new PostgresRequestRecords(dataSource);
    }

    @Singleton
    @Bean(typed = NotedRequests.class)
    NotedRequests notedRequests(InstantSource clock) {
        return new NotedRequests(clock);
    }

    @Singleton
    NoteRequest noteRequest(Settings settings, NotedRequests noted) {
        return settings.requestJournal().isZero() ? request -> {} : noted;
    }

    @Singleton
    KeepRequests keepRequests(NotedRequests noted, RequestRecords records) {
        return new KeepRequestsService(noted, records);
    }

    @Singleton
    GetRequest getRequest(RequestRecords records) {
        return new GetRequestService(records);
    }

    @Singleton
    Upkeep requestKeeping(KeepRequests keepRequests) {
        var keep = Upkeep.inBatchesOf(BATCH, limit -> keepRequests.keep(new KeepRequests.Command(limit)));
        return Upkeep.every(Duration.ofSeconds(1), "keeping the journal of requests", keep);
    }

    /** One day per step. */
    @Singleton
    Upkeep requestRemoval(RequestRecords records, Settings settings, InstantSource clock) {
        var remove = Upkeep.inBatchesOf(1, limit -> records.removeOldestDay(clock.instant().minus(settings.requestJournal())) ? limit : 0);
        return Upkeep.every(Duration.ofHours(1), "removing old requests from the journal", remove).notBefore(Duration.ofMinutes(2));
    }
}
