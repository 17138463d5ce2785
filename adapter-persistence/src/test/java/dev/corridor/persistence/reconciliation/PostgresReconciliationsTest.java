package dev.corridor.persistence.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.reconciliation.RailComparison;
import dev.corridor.application.reconciliation.RailComparison.Result;
import dev.corridor.application.reconciliation.ReconcileRails.Command;
import dev.corridor.application.reconciliation.ReconcileRails.Outcome;
import dev.corridor.application.reconciliation.ReconcileRailsService;
import dev.corridor.application.reconciliation.port.Checkpoint;
import dev.corridor.application.reconciliation.port.Difference;
import dev.corridor.application.reconciliation.port.Reconciliations.Reconciliation;
import dev.corridor.application.transaction.port.Chain.Unavailable;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.SettableClock;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of comparisons, and what follows from it for the next one. Each test has a rail of its own. */
class PostgresReconciliationsTest {

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final Difference LOST = Difference.of("transfer_without_receipt", "reference", "0x1:0");
    private static final Difference FOUND = Difference.of("transfer_without_payout", "reference", "0x2:0");

    private static TestDatabase database;
    private static int rails;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T12:00:00Z"));
    private final List<Long> begun = new ArrayList<>();
    private String rail;
    private PostgresReconciliations records;
    private long position = 100;
    private List<Difference> differences = List.of();
    private boolean isDown;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void a_rail() {
        rail = "rail " + ++rails;
        records = new PostgresReconciliations(database.dataSource());
    }

    @Test
    void the_next_comparison_begins_where_the_last_one_has_agreed() {
        compare(new Command.Now());
        position = 200;
        compare(new Command.Now());
        differences = List.of(LOST);
        position = 300;
        assertThat(compare(new Command.Now()).getFirst().differences()).containsExactly(LOST);
        compare(new Command.Now());

        assertThat(begun).containsExactly(-1L, 100L, 200L, 200L);
        assertThat(records.checkpoint(rail)).contains(reached(200));
        assertThat(newest()).contains(new Reconciliation(rail, day("2026-03-02"), clock.instant(), 7, 1, Optional.empty()));
    }

    @Test
    void what_is_explained_is_not_reported_again_and_what_is_new_is() {
        differences = List.of(LOST);
        compare(new Command.Accept("Ticket 7"));
        assertThat(records.accepted(rail)).containsExactly(LOST.line());
        assertThat(records.checkpoint(rail)).contains(reached(100));

        differences = List.of(LOST, FOUND);

        assertThat(compare(new Command.Now()).getFirst().differences()).containsExactly(FOUND);
    }

    @Test
    void a_rail_is_compared_once_a_day_by_one_node() {
        assertThat(records.claim(rail, day("2026-03-02"), clock.instant(), LEASE)).isTrue();
        assertThat(compare(new Command.Daily(LEASE))).as("another node is at it").isEmpty();
        clock.advance(LEASE);
        assertThat(compare(new Command.Daily(LEASE))).as("that node has died").hasSize(1);
        clock.advance(LEASE);
        assertThat(compare(new Command.Daily(LEASE))).as("it is done").isEmpty();
        clock.advance(Duration.ofDays(1));
        assertThat(compare(new Command.Daily(LEASE))).hasSize(1);
    }

    @Test
    void a_rail_that_cannot_be_asked_agrees_with_nothing_and_is_asked_again() {
        isDown = true;
        assertThat(compare(new Command.Daily(LEASE)).getFirst().failure()).contains("the node is down");
        assertThat(records.checkpoint(rail)).isEmpty();
        assertThat(newest()).isEmpty();
        assertThat(compare(new Command.Daily(LEASE))).isEmpty();

        isDown = false;
        clock.advance(LEASE);

        assertThat(compare(new Command.Daily(LEASE)).getFirst().failure()).isEmpty();
        assertThat(newest()).isPresent();
    }

    @Test
    void a_checkpoint_goes_back_for_another_wallet_only() {
        records.reach(rail, reached(200));
        records.reach(rail, reached(100));
        assertThat(records.checkpoint(rail)).contains(reached(200));

        var another = new Checkpoint(100, "0xb", 0, Map.of());
        records.reach(rail, another);

        assertThat(records.checkpoint(rail)).contains(another);
    }

    private List<Outcome> compare(Command command) {
        return new ReconcileRailsService(List.of(new Scripted()), records, clock).reconcile(command);
    }

    private Optional<Reconciliation> newest() {
        return records.newest().stream().filter(record -> record.rail().equals(rail)).findAny();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Checkpoint reached(long position) {
        return new Checkpoint(position, "0xa", 3, Map.of("USDC", new BigInteger("12345678901234567890"), "USDT", BigInteger.ZERO));
    }

    /** A rail that differs as it is told to. */
    private final class Scripted implements RailComparison {

        @Override
        public String rail() {
            return rail;
        }

        @Override
        public Result compare(Optional<Checkpoint> since, Instant now) {
            if (isDown) {
                throw new Unavailable("the node is down");
            }
            begun.add(since.map(Checkpoint::position).orElse(-1L));
            return new Result(reached(position), 7, differences);
        }
    }
}
