package dev.corridor.persistence.organization;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aKeyOf;
import static dev.corridor.testing.Fixtures.aLetterOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.registry.OpenRegistry;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.organization.LetterOfAuthorization;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A change of what an organization may do returns when every decision that may have read what was before has ended. */
class StandingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static TestDatabase database;
    private static PostgresStore postgres;

    private Organization organization;
    private Account account;
    private LetterOfAuthorization letter;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        postgres = PostgresStore.on(database.dataSource());
    }

    @AfterAll
    static void close() {
        postgres.close();
        database.close();
    }

    @BeforeEach
    void an_organization_with_a_broker() {
        organization = stored(anOrganization());
        var broker = stored(anOrganization());
        account = anAccountOf(organization);
        postgres.accounts().add(account);
        letter = aLetterOf(organization, broker).signed(NOON).effectiveFor(organization, NOON);
        decide(Once.eachTime(), open -> {
            open.record(letter);
            return "granted";
        });
    }

    private static Organization stored(Organization organization) {
        assertThat(postgres.registry().enrol(organization, aKeyOf(organization), List.of())).isTrue();
        return organization;
    }

    private record Change(String name, Function<OpenRegistry, String> decision) {}

    @TestFactory
    Stream<DynamicTest> a_change_waits_for_the_decisions_that_have_locked_an_account() {
        return Stream.of(
                new Change("a revocation", open -> {
                    open.record(letter.revoked("", NOON));
                    return "revoked";
                }),
                new Change("a suspension", open -> {
                    open.record(open.organization().withStatus(OrganizationStatus.NOT_APPROVED, NOON));
                    return "suspended";
                }))
                .map(change -> DynamicTest.dynamicTest(change.name, () -> assertThatItWaits(() -> decide(Once.eachTime(), change.decision))));
    }

    /** Its first attempt may have been broken off while it waited. */
    @Test
    void an_answer_that_is_given_again_waits_too() throws Exception {
        var request = new Once.Request(
                new IdempotencyKey(organization.id(), "revoke", "POST", "/v1/authorizations/revoke"), Fingerprint.of(Map.of(), Map.of()), NOON);
        var once = Once.<String>perKey(request, answer -> answer, error -> "");
        assertThat(decide(once, open -> "revoked")).isEqualTo("revoked");

        assertThatItWaits(() -> decide(once, open -> "never"));
    }

    private void assertThatItWaits(Runnable change) throws Exception {
        CompletableFuture<Void> changing;
        try (var decision = Jdbi.create(database.superuser()).open()) {
            decision.begin();
            decision.execute("select from accounts where account_id = ? for no key update", account.id().uuid());

            changing = CompletableFuture.runAsync(change, Thread::startVirtualThread).exceptionally(answeredBefore -> null);

            awaitOneThatWaitsForTheLock(decision);
            assertThat(changing).isNotDone();
            decision.rollback();
        }
        changing.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static void awaitOneThatWaitsForTheLock(Handle decision) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (decision.createQuery("""
                select count(*) from pg_stat_activity where datname = current_database() and pg_backend_pid() = any(pg_blocking_pids(pid))
                """).mapTo(Long.class).one() == 0) {
            assertThat(System.nanoTime()).as("until it waits for the lock").isLessThan(deadline);
        }
    }

    private String decide(Once<String> once, Function<OpenRegistry, String> decision) {
        return postgres.registry().decide(organization.id(), once, decision);
    }
}
