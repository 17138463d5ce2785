package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.journal.port.RequestRecords;
import dev.corridor.domain.id.TimeOrderedUuid;
import dev.corridor.domain.journal.RequestId;
import dev.corridor.domain.journal.RequestRecord;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The contract of {@link RequestRecords}. */
public abstract class RequestRecordsContract {

    private static final AtomicLong COUNT = new AtomicLong();

    private final OrganizationId organization = anOrganization().id();

    protected abstract RequestRecords records();

    @Test
    void a_request_is_found_as_it_was_kept_by_its_organization_alone() {
        var answered = aRequestOf(organization, NOON, Optional.empty());
        var refused = aRequestOf(organization, NOON, Optional.of("insufficient_funds"));
        var theirs = aRequestOf(anOrganization().id(), NOON, Optional.empty());

        records().add(List.of(answered, refused, theirs));

        assertThat(records().find(organization, answered.id())).contains(answered);
        assertThat(records().find(organization, refused.id())).contains(refused);
        assertThat(records().find(organization, theirs.id())).isEmpty();
    }

    @Test
    void a_batch_that_comes_again_changes_nothing() {
        var request = aRequestOf(organization, NOON, Optional.empty());
        records().add(List.of(request));

        records().add(List.of(request));

        assertThat(records().find(organization, request.id())).contains(request);
    }

    @Test
    void a_day_is_removed_as_a_whole_when_it_has_ended_by_then_and_the_rest_is_kept() {
        var longAgo = NOON.minus(Duration.ofDays(9));
        var tomorrow = longAgo.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        var old = List.of(
                aRequestOf(organization, longAgo, Optional.empty()), aRequestOf(organization, tomorrow.minusMillis(1), Optional.empty()));
        var next = aRequestOf(organization, tomorrow, Optional.empty());
        var recent = aRequestOf(organization, NOON, Optional.empty());
        records().add(old);
        records().add(List.of(next, recent));

        assertThat(records().removeOldestDay(tomorrow.minusMillis(1))).isFalse();
        assertThat(records().find(organization, old.getFirst().id())).isPresent();
        assertThat(records().removeOldestDay(tomorrow)).isTrue();
        assertThat(old).noneMatch(request -> records().find(organization, request.id()).isPresent());
        assertThat(records().find(organization, next.id())).contains(next);
        assertThat(records().find(organization, recent.id())).contains(recent);
    }

    private static RequestRecord aRequestOf(OrganizationId organization, Instant at, Optional<String> code) {
        return new RequestRecord(
                new RequestId(TimeOrderedUuid.of(at, COUNT.incrementAndGet() << 2)),
                organization,
                "key_1",
                "POST",
                "/v1/quotes",
                code.isPresent() ? 400 : 200,
                code,
                code.map(refused -> "not_applied"),
                Duration.ofMillis(7),
                at);
    }
}
