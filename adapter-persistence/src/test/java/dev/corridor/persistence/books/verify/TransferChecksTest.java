package dev.corridor.persistence.books.verify;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aPrimaryAccountOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.books.Subjects;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.Destination.NetworkParty;
import dev.corridor.domain.beneficiary.Identity;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.NetworkTransfer;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.SequentialIds;
import dev.corridor.testing.Store;
import dev.corridor.testing.StoreContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the verifier says of transfers inside the house whose two sides do not fit. */
class TransferChecksTest extends StoreContract {

    private static final NetworkHandle HANDLE = new NetworkHandle("acme");

    private final SequentialIds ids = new SequentialIds();

    private TestDatabase database;
    private DataSource way;
    private PostgresStore postgres;
    private Account savings;
    private Account receiver;
    private Beneficiary beneficiary;
    private Transaction between;
    private Transaction arrived;
    private Transaction inFlight;
    private Transaction refused;

    protected TestDatabase anEmptyDatabase() {
        return TestDatabase.create();
    }

    /** The verifier's way to the books. */
    protected DataSource wayTo(TestDatabase books) {
        return books.dataSource();
    }

    @Override
    protected Store store() {
        database = anEmptyDatabase();
        way = wayTo(database);
        postgres = PostgresStore.on(database.dataSource());
        return postgres;
    }

    @BeforeEach
    void transfers_in_every_state() {
        posted(aDepositTo(account, usd("100.00")));
        savings = stored(anAccountOf(organization));
        receiver = stored(aPrimaryAccountOf(stored(anOrganization())));
        beneficiary = stored(Beneficiary.register(
                new BeneficiaryId(ids.next()), organization.id(), account.id(), Optional.empty(), "Supplier",
                new NetworkParty(HANDLE, receiver.organization()), Identity.UNKNOWN, List.of(), Map.of(), NOON));
        between = posted(Transaction.transferOut(
                id(), organization.id(), account.id(), usd("10.00"), new Details.TransferOut(savings.id()), Memo.EMPTY, NOON));
        posted(Transaction.transferIn(
                id(), organization.id(), savings.id(), usd("10.00"), new Details.TransferIn(account.id(), between.id()), Memo.EMPTY, NOON));
        arrived = sent(usd("20.00"));
        posted(Transaction.transferIn(
                id(), receiver.organization(), receiver.id(), arrived.amount(), in(arrived), Memo.EMPTY, NOON));
        store.networkOutbox().end(transferOf(arrived));
        inFlight = sent(usd("5.00"));
        refused = sent(usd("7.00"));
        var refusal = Transaction.refusedTransfer(
                id(), receiver.organization(), receiver.id(), refused.amount(), in(refused), Memo.EMPTY, NOON);
        store.books().decide(Subjects.account(receiver.organization(), receiver.id()), open -> {
            open.record(refusal);
            return refusal;
        });
        posted(refused.sendBack(NOON));
        store.networkOutbox().end(transferOf(refused));
    }

    private TransactionId id() {
        return new TransactionId(ids.next());
    }

    private Transaction sent(Money amount) {
        var movement = Transaction.transferOut(
                id(), organization.id(), account.id(), amount, new Details.NetworkTransferOut(beneficiary.id(), HANDLE), Memo.EMPTY, NOON);
        return store.books().decide(Subjects.account(organization.id(), account.id()), open -> {
            open.record(transferOf(movement.transaction()));
            return open.post(movement);
        });
    }

    private NetworkTransfer transferOf(Transaction debit) {
        return new NetworkTransfer(
                debit.id(), debit.organization(), debit.amount(), receiver.organization(), receiver.id(), HANDLE, Optional.empty(), "");
    }

    private static Details.NetworkTransferIn in(Transaction debit) {
        return new Details.NetworkTransferIn(debit.id(), HANDLE, Optional.empty());
    }

    @AfterEach
    protected void close() {
        postgres.close();
        database.close();
    }

    @Test
    void transfers_whose_sides_fit_show_no_difference() {
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_transfer_that_was_forgotten_in_clearing_is_found() {
        damage("update network_transfers set waiting_since = null where " + isOf(inFlight));

        assertThat(checks()).containsExactly("transfer_unlike_its_credit", "clearing_differs_from_transfers_in_flight");
        assertThat(differences().getFirst().facts())
                .containsEntry("transactionId", inFlight.id().toString())
                .containsEntry("creditTransactionId", "null");
        assertThat(differences().getLast().facts())
                .isEqualTo(Map.of("asset", "USD", "clearing", "500", "inFlight", "0"));
    }

    @Test
    void a_credit_of_another_amount_is_found() {
        damage("update transactions set amount = amount + 1 where debit = '" + arrived.id().uuid() + "'");

        assertThat(checks()).contains("transfer_unlike_its_credit", "transaction_unlike_its_entries");
    }

    @Test
    void a_credit_on_another_account_is_found() {
        damage("update network_transfers set receiving_account = '" + savings.id().uuid() + "' where " + isOf(arrived));

        assertThat(checks()).containsExactly("transfer_unlike_its_credit");
    }

    @Test
    void a_credit_whose_debit_is_gone_is_found() {
        damage("update transactions set debit = transaction_id where debit = '" + arrived.id().uuid() + "'");

        assertThat(checks()).contains("transfer_unlike_its_credit", "credit_without_its_transfer");
    }

    @Test
    void a_transfer_that_arrived_and_went_back_is_found() {
        damage("update transactions set status = 'COMPLETED' where debit = '" + refused.id().uuid() + "'");

        assertThat(checks()).contains("transfer_unlike_its_credit", "transaction_unlike_its_entries");
    }

    @Test
    void a_refusal_that_was_not_sent_back_is_found() {
        damage("update transactions set status = 'COMPLETED' where " + isOf(refused));

        assertThat(checks()).contains("transfer_unlike_its_credit", "transaction_unlike_its_entries");
    }

    @Test
    void a_transfer_between_accounts_without_its_other_side_is_found() {
        damage("delete from postings where transaction_id in (select transaction_id from transactions where debit = '" + between.id().uuid() + "')");
        damage("delete from transactions where debit = '" + between.id().uuid() + "'");

        assertThat(checks()).contains("transfer_unlike_its_credit", "clearing_differs_from_transfers_in_flight");
    }

    @Test
    void a_transfer_in_a_state_that_nothing_leads_to_is_found() {
        damage("update transactions set status = 'LOCKED' where " + isOf(inFlight));

        assertThat(checks()).contains("transaction_in_impossible_state");
    }

    @Test
    void a_name_of_who_is_not_the_sender_is_found() {
        damage("update transactions set sender_name = 'Acme' where " + isOf(arrived));

        assertThat(checks()).containsExactly("transaction_with_details_of_another");
    }

    private List<String> checks() {
        return differences().stream().map(Difference::check).toList();
    }

    private List<Difference> differences() {
        var differences = new ArrayList<Difference>();
        new BooksVerifier(way).verify(differences::add);
        return differences;
    }

    private void damage(String sql) {
        assertThat(Jdbi.create(database.superuser()).<Integer, RuntimeException>withHandle(handle -> handle.execute(sql))).isPositive();
    }

    private static String isOf(Transaction transaction) {
        return "transaction_id = '" + transaction.id().uuid() + "'";
    }
}
