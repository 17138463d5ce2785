package dev.corridor.persistence.cell;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aBankBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositAddressOf;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aFiatPayoutTo;
import static dev.corridor.testing.Fixtures.aKeyOf;
import static dev.corridor.testing.Fixtures.aLiveQuoteOf;
import static dev.corridor.testing.Fixtures.aRecordOf;
import static dev.corridor.testing.Fixtures.aSigned;
import static dev.corridor.testing.Fixtures.aTransferOf;
import static dev.corridor.testing.Fixtures.aUserOf;
import static dev.corridor.testing.Fixtures.anArrival;
import static dev.corridor.testing.Fixtures.anEndpointOf;
import static dev.corridor.testing.Fixtures.eur;
import static dev.corridor.testing.Fixtures.usdc;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.books.Subjects;
import dev.corridor.application.funding.RecordReceipt;
import dev.corridor.application.funding.RecordReceipt.Owner;
import dev.corridor.application.funding.RecordReceiptService;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.RailWatch;
import dev.corridor.application.transaction.port.PayoutBatches.Work;
import dev.corridor.domain.access.Cell;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.FundingDetails.CryptoAddress;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.funding.Receipt.Credited;
import dev.corridor.domain.funding.Receipt.Suspended;
import dev.corridor.domain.funding.SuspenseReason;
import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Hold;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Movement;
import dev.corridor.domain.transaction.PayoutBatch;
import dev.corridor.domain.transaction.PayoutBatch.Item;
import dev.corridor.domain.transaction.PayoutBatchId;
import dev.corridor.domain.transaction.PayoutOrder;
import dev.corridor.domain.transaction.PayoutOrder.Way;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.persistence.SecretSeal;
import dev.corridor.persistence.access.MasterKey;
import dev.corridor.persistence.books.verify.BooksVerifier;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.SequentialIds;
import dev.corridor.testing.Store;
import dev.corridor.testing.StoreContract;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** An organization that has a row in each table that moves, and payouts, batches and decisions in progress. */
class EveryKindMovesTest extends StoreContract {

    private static final Cell EAST = new Cell("east");
    private static final Cell WEST = new Cell("west");
    private static final MasterKey KEY = new MasterKey("0".repeat(64));
    private static final Duration LATER = Duration.ofDays(3);
    private static final Consumer<Suspended> AWAY = suspended -> assertThat(suspended.reason()).isEqualTo(SuspenseReason.ORGANIZATION_AWAY);

    /** Rows that nothing of this test makes otherwise. */
    private static final List<String> ROWS = List.of(
            "insert into nonces select 'hash', organization_id, 7 from organizations",
            "insert into network_members select organization_id, true, 'acme', true from organizations",
            """
            insert into letters_of_authorization
            select gen_random_uuid(), organization_id, gen_random_uuid(), 'REVOKED', null, now(), 'no longer', now(), now() from organizations
            """,
            """
            insert into fee_schedules (organization_id, service, asset, fixed, bps, decided_by, decided_at)
            select organization_id, 'FIAT_PAYOUT', 'EUR', 30, 25, 'carol', now() from organizations
            """,
            """
            insert into payout_controls (organization_id, service, asset, follows_default, most_per_day, decided_by, decided_at)
            select organization_id, 'FIAT_PAYOUT', 'EUR', false, 1000, 'carol', now() from organizations
            """,
            "insert into payout_tallies select organization_id, 'CRYPTO_PAYOUT', 'USDC', gen_random_uuid(), now(), current_date, 250 from organizations",
            "insert into payout_give_backs select gen_random_uuid(), organization_id, 'CRYPTO_PAYOUT', 'USDC', gen_random_uuid(), current_date, 50 from organizations",
            """
            insert into proposals (proposal_id, organization_id, act, transaction_id, reason, evidence, proposed_by, proposed_at)
            select gen_random_uuid(), organization_id, 'SETTLE', gen_random_uuid(), 'seen', E'a\\ttab, a line\\n\\\\.\\nand an end', 'carol', now()
            from organizations
            """,
            """
            insert into funding_methods (funding_method_id, organization_id, account_id, name, type, status, assets, rail, bank, holder, iban, bic,
                reference, created_at)
            select gen_random_uuid(), organization_id, account_id, 'rent', 'BANK', 'ACTIVE', '{EUR}', 'bank main', 'main', 'Acme', 'DE89', 'DEUTDEFF',
                'REF7', now()
            from accounts
            """,
            "insert into forgotten_events select organization_id, 'QUOTE', 100, 3 from organizations",
            "insert into webhook_messages select gen_random_uuid(), organization_id, null, 'ping', 'x', '{}', now(), now() from organizations",
            """
            insert into webhook_deliveries (endpoint_id, message_id, organization_id, subject, sequence, state, next_attempt_at, created_at)
            select endpoint_id, message_id, organization_id, 'x', 0, 'PENDING', now(), now()
            from webhook_endpoints join webhook_messages using (organization_id)
            """,
            """
            insert into webhook_attempts
            select gen_random_uuid(), organization_id, endpoint_id, message_id, 'ping', 'REFUSED', 500, 12, '', now(), now()
            from webhook_deliveries
            """);

    private final SequentialIds ids = new SequentialIds();

    @TempDir
    private Path directory;

    private TestDatabase east;
    private TestDatabase west;
    private PostgresStore postgres;
    private PayoutBatch batch;
    private Transaction waiting;

    @Override
    protected Store store() {
        east = TestDatabase.create();
        west = TestDatabase.create();
        postgres = PostgresStore.on(east.dataSource());
        return postgres;
    }

    @BeforeEach
    void everything_is_in_progress() {
        store.registry().decide(organization.id(), Once.eachTime(), open -> {
            open.add(aKeyOf(organization));
            open.add(endpoint());
            open.record(aRecordOf(organization, "organization.updated", NOON));
            return "registered";
        });
        store.users().add(aUserOf(organization), List.of());
        stored(aLiveQuoteOf(account));
        posted(aDepositTo(account, usdc("100.000000")));
        posted(aDepositTo(account, eur("100.00")));
        var supplier = stored(aCryptoBeneficiaryOf(account));
        var landlord = stored(aBankBeneficiaryOf(account));
        var paid = posted(aCryptoPayoutTo(supplier, usdc("1.000000")));
        sign(paid);
        posted(named(paid).complete(NOON));
        posted(posted(aFiatPayoutTo(landlord, eur("2.00"))).decline(NOON));
        waiting = waiting(aFiatPayoutTo(landlord, eur("3.00")));
        batch = batch(landlord);
        remembered();
        Jdbi.create(east.superuser()).useHandle(handle -> ROWS.forEach(handle::execute));
    }

    @AfterEach
    void close() {
        postgres.close();
        west.close();
        east.close();
    }

    @Test
    void each_row_of_each_table_moves_and_what_was_in_progress_goes_on() {
        var before = rows(east);
        assertThat(before).allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());

        var departures = new OrganizationExport(east.superuser(), Duration.ofMillis(1));
        var arrivals = new OrganizationImport(west.superuser(), KEY, WEST);
        departures.export(organization.id(), EAST, WEST, directory.resolve("file"), "a code", Duration.ZERO);
        arrivals.take(directory.resolve("file"));
        arrivals.open(organization.id(), departures.release(organization.id()));

        assertThat(rows(west)).isEqualTo(before);
        try (var there = PostgresStore.on(west.dataSource())) {
            assertThat(there.holds().due(NOON.plus(LATER), 10)).extracting(due -> due.payout()).containsExactly(waiting.id());
            assertThat(there.payoutBatches().claim(NOON.plus(LATER), LATER, 10))
                    .containsExactly(new Work(organization.id(), batch.id(), batch.maker()));
            assertThat(postgres.holds().due(NOON.plus(LATER), 10)).as("where it was").isEmpty();
            assertThat(postgres.payoutBatches().claim(NOON.plus(LATER), LATER, 10)).as("where it was").isEmpty();
        }
        for (var database : List.of(east, west)) {
            new BooksVerifier(database.superuser()).verify(difference -> assertThat(difference).isNull());
        }
    }

    @Test
    void what_arrives_at_its_old_address_is_in_suspense_and_keeps_nobody_waiting() {
        var method = aDepositAddressOf(account);
        store.fundingMethods().add(method);
        var address = ((CryptoAddress) method.details()).address();
        var departures = new OrganizationExport(east.superuser(), Duration.ofMillis(1));

        assertThat(received(address)).isInstanceOf(Credited.class);

        departures.export(organization.id(), EAST, WEST, directory.resolve("file"), "a code", Duration.ZERO);
        assertThat(received(address)).isInstanceOfSatisfying(Suspended.class, AWAY);

        departures.release(organization.id());
        assertThat(received(address)).isInstanceOfSatisfying(Suspended.class, AWAY);
        assertThat(store.receipts().suspended(10)).hasSize(2);
    }

    private Receipt received(String address) {
        var owner = store.fundingMethods().findByAddress(ChainName.ETHEREUM_SEPOLIA, address).orElseThrow();
        return new RecordReceiptService(store.books(), store.receipts(), () -> NOON, RailWatch.NONE).record(
                new RecordReceipt.Command(anArrival(usdc("7.000000")), new Owner.OfAccount(owner.organization(), owner.account())));
    }

    @Test
    void what_is_here_already_is_not_taken_in_again_and_what_has_left_does_not_come_back() {
        var departures = new OrganizationExport(east.superuser(), Duration.ofMillis(1));
        var arrivals = new OrganizationImport(west.superuser(), KEY, WEST);
        departures.export(organization.id(), EAST, WEST, directory.resolve("file"), "a code", Duration.ZERO);
        arrivals.take(directory.resolve("file"));
        arrivals.open(organization.id(), departures.release(organization.id()));

        assertThatThrownBy(() -> arrivals.take(directory.resolve("file"))).isInstanceOf(MoveRefusedException.class)
                .hasMessage("it is in this cell already");

        new OrganizationExport(west.superuser(), Duration.ofMillis(1))
                .export(organization.id(), WEST, EAST, directory.resolve("back"), "another code", Duration.ZERO);
        assertThatThrownBy(() -> new OrganizationImport(east.superuser(), KEY, EAST).take(directory.resolve("back")))
                .isInstanceOf(MoveRefusedException.class)
                .hasMessage("it has left this cell, and does not come back");
    }

    @Test
    void a_cell_that_is_too_young_to_number_its_events_says_so() {
        new OrganizationExport(east.superuser(), Duration.ofMillis(1))
                .export(organization.id(), EAST, WEST, directory.resolve("file"), "a code", Duration.ZERO);
        Jdbi.create(west.superuser()).useHandle(handle -> handle.execute(
                "update event_numbering set first_sequence = 4096 - pg_current_xact_id()::text::bigint * 4096"));

        assertThatThrownBy(() -> new OrganizationImport(west.superuser(), KEY, WEST).take(directory.resolve("file")))
                .isInstanceOf(MoveRefusedException.class)
                .hasMessageContaining("too young");
    }

    /** As they are written, but for what is each cell's own: where events begin to be numbered, and whose wallet it was. */
    private Map<String, String> rows(TestDatabase database) {
        return Jdbi.create(database.superuser()).withHandle(handle -> MovedTable.ALL.stream().collect(toMap(MovedTable::name, table -> {
            var rows = new ByteArrayOutputStream();
            try {
                handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyOut(counted(table).copyOut(organization.id(), handle), rows);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return rows.toString(StandardCharsets.UTF_8).replace("east/0xhouse", "0xhouse");
        })));
    }

    /** Sequences are other ones there. That they tell the same is said where events are told. */
    private static MovedTable counted(MovedTable table) {
        return switch (table.name()) {
            case "events" -> new MovedTable(table.name(), Set.of("part", "sequence"), table.restriction());
            case "forgotten_events" -> new MovedTable(table.name(), Set.of("last_sequence"), table.restriction());
            case "webhook_lanes" -> new MovedTable(table.name(), Set.of("lease", "leased_until", "cursor"), table.restriction());
            case "webhook_endpoints" -> new MovedTable(table.name(), Set.of("secret"), table.restriction());
            default -> table;
        };
    }

    private Endpoint endpoint() {
        var like = anEndpointOf(organization);
        return Endpoint.create(like.id(), organization.id(), like.terms(), new SecretSeal(KEY).seal("what signs", like.id()), NOON);
    }

    private void sign(Transaction payout) {
        var transfer = aTransferOf(payout);
        store.outbox().enrol(transfer.chain(), "0xhouse", 0);
        store.outbox().reserve(transfer, "0xhouse");
        store.outbox().store(aSigned(transfer, "0xhouse", 0));
    }

    private Transaction named(Transaction payout) {
        store.outbox().name(aSigned(aTransferOf(payout), "0xhouse", 0));
        return store.transactions().find(organization.id(), payout.id()).orElseThrow();
    }

    private Transaction waiting(Movement movement) {
        var payout = movement.transaction();
        var held = Transaction.expected(
                new TransactionId(ids.next()), payout.organization(), payout.account(), payout.amount(), (Details.Payout) payout.details(),
                Memo.EMPTY, Hold.of("key_7", Set.of(Hold.Gate.APPROVAL), NOON.plusSeconds(60)), NOON);
        return store.books().decide(Subjects.account(organization.id(), account.id()), open -> open.record(held));
    }

    private PayoutBatch batch(Beneficiary landlord) {
        var order = new PayoutOrder(
                account.id(), landlord.id(), eur("4.00"), new Way.OverBank(BankMethod.SEPA), Optional.empty(), Optional.empty(), Memo.EMPTY);
        var item = Item.of(1, new TransactionId(ids.next()), order);
        var added = PayoutBatch.of(new PayoutBatchId(ids.next()), organization.id(), "key_7", 1, NOON);
        return store.registry().decide(organization.id(), Once.eachTime(), open -> {
            open.add(added, List.of(item));
            return added;
        });
    }

    private void remembered() {
        var request = new IdempotencyKey(organization.id(), "one", "POST", "/v1/one");
        store.books().decide(Subjects.account(organization.id(), account.id()).with(request), open -> {
            open.record(new IdempotencyRecord(request, Fingerprint.of(Map.of(), Map.of()), "200\n\n{}", NOON));
            return "answered";
        });
    }
}
