package dev.corridor.persistence.cell;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aKeyOf;
import static dev.corridor.testing.Fixtures.aLetterOf;
import static dev.corridor.testing.Fixtures.aLiveQuoteOf;
import static dev.corridor.testing.Fixtures.aTradeOf;
import static dev.corridor.testing.Fixtures.aUserOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anEndpointOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.books.Subjects;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.registry.OpenRegistry;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.access.Cell;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.feed.Event.TransactionEvent;
import dev.corridor.domain.feed.EventKind;
import dev.corridor.domain.feed.Topic;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.transaction.Movement;
import dev.corridor.domain.user.User;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.persistence.SecretSeal;
import dev.corridor.persistence.access.MasterKey;
import dev.corridor.persistence.books.verify.BooksVerifier;
import dev.corridor.persistence.books.verify.Difference;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Fixtures;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** An organization moves from one cell to another, or does not. */
class OrganizationMoveTest {

    private static final Cell EAST = new Cell("east");
    private static final Cell WEST = new Cell("west");
    private static final MasterKey KEY_OF_EAST = new MasterKey("0".repeat(64));
    private static final MasterKey KEY_OF_WEST = new MasterKey("1".repeat(64));
    private static final MasterKey KEYS_OF_BOTH = new MasterKey(KEY_OF_WEST.hex() + "," + KEY_OF_EAST.hex());
    private static final String CODE = "a secret of the old cell";
    private static final Duration NO_PATIENCE = Duration.ZERO;

    private final Site east = new Site(EAST, KEY_OF_EAST);
    private final Site west = new Site(WEST, KEYS_OF_BOTH);
    private final Organization organization = anOrganization();
    private final ApiKey key = aKeyOf(organization);
    private final Account account = anAccountOf(organization);
    private final User user = aUserOf(organization);
    private final Endpoint endpoint = anEndpointWithASecret();

    @TempDir
    private Path directory;

    private Path file;

    /** A cell: a database with all that works on it. */
    private static final class Site implements AutoCloseable {

        private final TestDatabase database = TestDatabase.create();
        private final PostgresStore store = PostgresStore.on(database.dataSource());
        private final OrganizationExport departures = new OrganizationExport(database.superuser(), Duration.ofMillis(1));
        private final OrganizationImport arrivals;
        private final Jdbi jdbi = Jdbi.create(database.superuser());

        Site(Cell cell, MasterKey masterKey) {
            arrivals = new OrganizationImport(database.superuser(), masterKey, cell);
        }

        void post(Movement movement) {
            var transaction = movement.transaction();
            store.books().decide(Subjects.account(transaction.organization(), transaction.account()), open -> open.post(movement));
        }

        void trade(Account account) {
            var quote = aLiveQuoteOf(account);
            store.books().decide(Subjects.account(account.organization(), account.id()), open -> {
                open.record(quote);
                return quote;
            });
            store.books().decide(Subjects.quote(account.organization(), quote.id()), open -> {
                open.record(open.quote(quote.id()).execute(NOON));
                return open.post(aTradeOf(quote));
            });
        }

        void register(Organization organization, Consumer<OpenRegistry> change) {
            store.registry().decide(organization.id(), Once.eachTime(), open -> {
                change.accept(open);
                return "registered";
            });
        }

        List<Difference> differences() {
            var found = new ArrayList<Difference>();
            new BooksVerifier(database.superuser()).verify(found::add);
            return found;
        }

        /** Each event of its transactions, as clients know it: its number, and what it tells. */
        Map<Long, String> events(Organization of) {
            var topic = new Topic(of.id(), EventKind.TRANSACTION);
            long horizon = store.events().horizon(of.id());
            var events = new LinkedHashMap<Long, String>();
            for (long number = 1; number <= store.events().numberBefore(topic, horizon); number++) {
                long sequence = store.events().sequenceOf(topic, number, horizon).orElseThrow();
                var event = store.events().read(List.of(topic), sequence, sequence + 1, 10).getFirst();
                events.put(number, ((TransactionEvent) event).transaction().toString());
            }
            return events;
        }

        /** What it has in each table, as it would be written to a file. */
        Map<String, String> content(Organization of) throws Exception {
            return jdbi.<Map<String, String>, Exception>withHandle(handle -> {
                var content = new HashMap<String, String>();
                for (var table : MovedTable.ALL) {
                    var rows = new ByteArrayOutputStream();
                    handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(of.id(), handle), rows);
                    content.put(table.name(), rows.toString(StandardCharsets.UTF_8));
                }
                return content;
            });
        }

        @Override
        public void close() {
            store.close();
            database.close();
        }
    }

    @BeforeEach
    void an_organization_of_the_east() {
        file = directory.resolve("acme.corridor");
        east.store.registry().enrol(organization, key, List.of(Fixtures.aRecordOf(organization, "organization.created", NOON)));
        east.store.accounts().add(account);
        east.store.users().add(user, List.of());
        east.register(organization, open -> open.add(endpoint));
        east.post(aDepositTo(account, usd("1000.00")));
        for (int i = 0; i < 3; i++) {
            burnTransactionIds(east);
            east.trade(account);
        }
    }

    @AfterEach
    void close() {
        east.close();
        west.close();
    }

    @Test
    void all_of_it_moves_and_goes_on_where_it_was() throws Exception {
        var others = anOrganization();
        var theirs = anAccountOf(others);
        west.store.registry().enrol(others, aKeyOf(others), List.of());
        west.store.accounts().add(theirs);
        west.post(aDepositTo(theirs, usd("5.00")));
        var before = east.content(organization);
        var told = east.events(organization);

        east.departures.export(organization.id(), EAST, WEST, file, CODE, NO_PATIENCE);
        west.arrivals.take(file);
        var code = east.departures.release(organization.id());
        west.arrivals.open(organization.id(), code);

        var after = west.content(organization);
        for (var table : List.of("events", "webhook_lanes", "webhook_endpoints")) {
            assertThat(after.remove(table).lines().count()).as(table).isEqualTo(before.remove(table).lines().count()).isPositive();
        }
        assertThat(after).isEqualTo(before);
        assertThat(west.events(organization)).isEqualTo(told).hasSize(4);
        var secret = west.store.endpoints().find(organization.id(), endpoint.id()).orElseThrow().secret();
        assertThat(new SecretSeal(KEY_OF_WEST).open(secret, endpoint.id())).isEqualTo("what signs");
        assertThat(west.store.credentials().find(key.secret().hash())).isPresent();
        assertThat(west.store.users().find(user.email())).hasValue(user);
        assertThat(west.differences()).isEmpty();
        assertThat(east.differences()).isEmpty();

        west.trade(account);
        west.post(aDepositTo(theirs, usd("5.00")));

        assertThat(west.events(organization)).hasSize(5).containsAllEntriesOf(told);
        assertThat(west.events(others)).hasSize(2);
        assertThat(west.differences()).isEmpty();
    }

    @Test
    void it_is_answered_for_in_one_cell_at_most() {
        assertHere(east);

        east.departures.export(organization.id(), EAST, WEST, file, CODE, NO_PATIENCE);
        assertAway(east);
        west.arrivals.take(file);
        assertAway(west);
        assertThatThrownBy(() -> west.arrivals.open(organization.id(), "a guess")).isInstanceOf(MoveRefusedException.class);
        assertAway(west);

        var code = east.departures.release(organization.id());
        assertAway(east);
        assertAway(west);
        assertThatThrownBy(() -> east.departures.stay(organization.id())).isInstanceOf(MoveRefusedException.class);
        assertThat(east.departures.release(organization.id())).as("to who asks again").isEqualTo(code);

        assertThat(keysOf(west)).isEmpty();
        west.arrivals.open(organization.id(), code);
        assertAway(east);
        assertHere(west);
        assertThat(keysOf(west)).as("what a proxy must know").containsExactly(key.secret().hash());
        assertThat(keysOf(east)).isEmpty();
        assertThatThrownBy(() -> west.arrivals.discard(organization.id())).isInstanceOf(MoveRefusedException.class);
    }

    @Test
    void a_move_that_is_given_up_leaves_it_where_it_was() {
        east.departures.export(organization.id(), EAST, WEST, file, CODE, NO_PATIENCE);
        west.arrivals.take(file);

        east.departures.stay(organization.id());
        assertHere(east);
        east.trade(account);
        east.departures.export(organization.id(), EAST, WEST, directory.resolve("second"), "another secret", NO_PATIENCE);
        assertThatThrownBy(() -> west.arrivals.open(organization.id(), east.departures.release(organization.id())))
                .as("the first file is not what was released").isInstanceOf(MoveRefusedException.class);

        west.arrivals.take(directory.resolve("second"));
        west.arrivals.open(organization.id(), east.departures.release(organization.id()));
        assertHere(west);
        assertThat(west.events(organization)).hasSize(5);
    }

    @Test
    void what_was_taken_in_is_discarded_without_a_trace() throws Exception {
        east.departures.export(organization.id(), EAST, WEST, file, CODE, NO_PATIENCE);
        west.arrivals.take(file);

        west.arrivals.discard(organization.id());

        assertThat(west.content(organization)).allSatisfy((table, rows) -> assertThat(rows).as(table).isEmpty());
        east.departures.stay(organization.id());
        assertHere(east);
    }

    @Test
    void it_is_not_let_go_if_anything_has_changed_since_it_was_written() {
        east.departures.export(organization.id(), EAST, WEST, file, CODE, NO_PATIENCE);
        east.register(organization, open -> open.add(aKeyOf(organization)));

        assertThatThrownBy(() -> east.departures.release(organization.id())).hasMessageContaining("it has changed since it was written");

        assertAway(east);
        east.departures.stay(organization.id());
        assertHere(east);
    }

    @Test
    void who_is_not_leaving_is_not_let_go() {
        east.jdbi.useHandle(handle -> handle.createUpdate("""
                insert into sessions (session_id, organization_id, user_id, refresh_token_id, address, started_at, refreshed_at, expires_at)
                values (gen_random_uuid(), :organization, :user, gen_random_uuid(), '', now(), now(), now())
                """).bind("organization", organization.id().uuid()).bind("user", user.id().uuid()).execute());

        assertThatThrownBy(() -> east.departures.release(organization.id())).isInstanceOf(MoveRefusedException.class);

        assertHere(east);
        assertThat(sessionsIn(east)).isOne();

        east.departures.export(organization.id(), EAST, WEST, file, CODE, NO_PATIENCE);
        east.departures.release(organization.id());
        assertThat(sessionsIn(east)).isZero();
    }

    private static int sessionsIn(Site site) {
        return site.jdbi.withHandle(handle -> handle.createQuery("select count(*) from sessions").mapTo(Integer.class).one());
    }

    @Test
    void it_waits_for_payouts_that_have_left() {
        var supplier = aCryptoBeneficiaryOf(account);
        east.store.books().decide(Subjects.account(organization.id(), account.id()), open -> {
            open.record(supplier);
            return open.post(aCryptoPayoutTo(supplier, usdc("1.000000")));
        });

        assertThatThrownBy(() -> east.departures.export(organization.id(), EAST, WEST, file, CODE, NO_PATIENCE))
                .hasMessageContaining("a payout that is LOCKED: txn_");

        assertHere(east);
        assertThat(file).doesNotExist();
    }

    @Test
    void what_ties_it_to_others_here_keeps_it_here() {
        var broker = anOrganization();
        east.store.registry().enrol(broker, aKeyOf(broker), List.of());
        east.register(organization, open -> open.record(aLetterOf(organization, broker).signed(NOON).effectiveFor(organization, NOON)));

        for (var tied : List.of(organization, broker)) {
            assertThatThrownBy(() -> east.departures.export(tied.id(), EAST, WEST, file, CODE, NO_PATIENCE)).hasMessageContaining("a broker");
        }

        assertHere(east);
    }

    @Test
    void a_file_that_is_broken_or_for_another_cell_changes_nothing() throws Exception {
        east.departures.export(organization.id(), EAST, WEST, file, CODE, NO_PATIENCE);
        var whole = Files.readAllBytes(file);
        var cut = Files.write(directory.resolve("cut"), Arrays.copyOf(whole, whole.length - 60));
        var other = whole.clone();
        other[whole.length / 2] ^= 1;
        var damaged = Files.write(directory.resolve("damaged"), other);

        assertThatThrownBy(() -> west.arrivals.take(cut)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> west.arrivals.take(damaged)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> east.arrivals.take(file)).hasMessage("it is for cell west, and this is east");

        assertThat(west.content(organization)).allSatisfy((table, rows) -> assertThat(rows).as(table).isEmpty());
    }

    @Test
    void what_must_be_unique_in_a_cell_is_not_taken_in_twice() {
        var namesake = anOrganization();
        west.store.registry().enrol(namesake, aKeyOf(namesake), List.of());
        west.store.users().add(
                User.register(aUserOf(namesake).id(), namesake.id(), user.email(), user.password(), NOON), List.of());
        east.departures.export(organization.id(), EAST, WEST, file, CODE, NO_PATIENCE);

        assertThatThrownBy(() -> west.arrivals.take(file)).hasMessage("something of it is in this cell already: users_email_key");
    }

    @Test
    void a_month_that_the_new_cell_has_closed_gets_no_postings() {
        west.jdbi.useHandle(handle -> handle.execute("insert into closed_until (ends_at) values ('9999-01-01')"));
        east.departures.export(organization.id(), EAST, WEST, file, CODE, NO_PATIENCE);

        assertThatThrownBy(() -> west.arrivals.take(file)).hasMessage("this cell has closed a month in which it has postings");
    }

    @Test
    void secrets_that_nobody_here_could_open_are_not_taken_in() {
        var strange = new OrganizationImport(west.database.superuser(), KEY_OF_WEST, WEST);
        east.departures.export(organization.id(), EAST, WEST, file, CODE, NO_PATIENCE);

        assertThatThrownBy(() -> strange.take(file)).hasMessageContaining("its secrets are sealed with the master key of cell east");
    }

    /** A table that is added must be moved, or say why it stays. */
    @Test
    void each_table_moves_or_says_why_it_stays() {
        var tables = east.jdbi.withHandle(handle -> handle.createQuery(
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition")
                .mapTo(String.class)
                .list());
        var known = new ArrayList<>(MovedTable.STAYING.keySet());
        MovedTable.ALL.forEach(table -> known.add(table.name()));

        assertThat(known).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(tables);
    }

    /** Otherwise a new column would be left behind, or nobody would notice that there is none. */
    @Test
    void what_is_left_out_of_a_table_is_a_column_of_it() {
        var columns = east.jdbi.withHandle(handle -> handle.createQuery(
                "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public'").mapTo(String.class).list());

        assertThat(MovedTable.ALL.stream().flatMap(table -> table.leftOut().stream().map(column -> table.name() + "." + column)))
                .isSubsetOf(columns);
        assertThat(MovedTable.ALL.stream().map(table -> table.name() + ".organization_id")).isSubsetOf(columns);
    }

    private Endpoint anEndpointWithASecret() {
        var like = anEndpointOf(organization);
        return Endpoint.create(like.id(), organization.id(), like.terms(), new SecretSeal(KEY_OF_EAST).seal("what signs", like.id()), NOON);
    }

    private static List<String> keysOf(Site site) {
        var keys = new ArrayList<String>();
        new CellMaps(site.database.superuser()).keys(keys::add);
        return keys;
    }

    private void assertHere(Site site) {
        assertThat(site.store.credentials().find(key.secret().hash())).isPresent();
        assertThat(site.store.users().find(user.email())).isPresent();
        site.store.books().decide(Subjects.account(organization.id(), account.id()), open -> "decided");
    }

    private void assertAway(Site site) {
        assertComesAgain(() -> site.store.credentials().find(key.secret().hash()));
        assertComesAgain(() -> site.store.users().find(user.email()));
        assertComesAgain(() -> site.store.books().decide(Subjects.account(organization.id(), account.id()), open -> "decided"));
    }

    private static void assertComesAgain(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.error()).isEqualTo(ServiceUnavailable.moving()));
    }

    /** So that events of one organization are far from each other. */
    private static void burnTransactionIds(Site site) {
        for (int i = 0; i < 5; i++) {
            site.jdbi.useHandle(handle -> handle.execute("select pg_current_xact_id()"));
        }
    }
}
