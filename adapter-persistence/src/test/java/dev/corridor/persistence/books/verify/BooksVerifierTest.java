package dev.corridor.persistence.books.verify;

import static dev.corridor.testing.Fixtures.aSigned;
import static dev.corridor.testing.Fixtures.aTransferOf;
import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aBankBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.anArrival;
import static dev.corridor.testing.Fixtures.aLiveQuoteOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.eur;
import static dev.corridor.testing.Fixtures.theReversalOf;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.books.Subjects;
import dev.corridor.application.funding.RecordReceipt;
import dev.corridor.application.funding.RecordReceipt.Owner;
import dev.corridor.application.funding.RecordReceiptService;
import dev.corridor.application.transaction.RailWatch;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.funding.Arrival;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Hold;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Movement;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.SequentialIds;
import dev.corridor.testing.Store;
import dev.corridor.testing.StoreContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each kind of damage is planted by a superuser, because the service's own role could not do it, and must be found. Each test damages a copy of
 * the same books.
 */
@TestInstance(Lifecycle.PER_CLASS)
class BooksVerifierTest extends StoreContract {

    private static final FeeSchedule FEE = new FeeSchedule(eur("0.30"), 25);

    private final SequentialIds ids = new SequentialIds();

    private TestDatabase sound;
    private TestDatabase database;
    private DataSource way;
    private PostgresStore postgres;
    private Quote unusedQuote;
    private Transaction deposit;
    private Transaction trade;
    private Transaction reversal;
    private Transaction openPayout;
    private Transaction openFiatPayout;
    private Transaction waitingPayout;
    private Transaction withheldPayout;
    private Transaction arrivedPayout;
    private Transaction partlyReturned;
    private Transaction payoutReturn;
    private Receipt receipt;

    protected TestDatabase anEmptyDatabase() {
        return TestDatabase.create();
    }

    /** The verifier's way to the books. */
    protected DataSource wayTo(TestDatabase books) {
        return books.dataSource();
    }

    @Override
    protected Store store() {
        postgres = PostgresStore.on(database.dataSource());
        return postgres;
    }

    @Override
    @BeforeEach
    protected void setUp() {
        database = sound.copy();
        way = wayTo(database);
        store = store();
    }

    @BeforeAll
    void money_has_moved_in_every_way() {
        sound = anEmptyDatabase();
        database = sound;
        super.setUp();
        deposit = posted(aDepositTo(account, usd("250.00")));
        unusedQuote = stored(aLiveQuoteOf(account));
        trade = executed(stored(aLiveQuoteOf(account)));
        reversal = reversed(executed(stored(aQuoteWithoutFee())));
        executed(stored(aQuoteWithoutFee()));
        reversed(executed(stored(aLiveQuoteOf(account))));
        var beneficiary = stored(aCryptoBeneficiaryOf(account));
        openPayout = posted(aCryptoPayoutTo(beneficiary, usdc("10.000000")));
        arrivedPayout = posted(posted(aCryptoPayoutTo(beneficiary, usdc("20.000000"))).complete(NOON));
        returned(posted(posted(aCryptoPayoutTo(beneficiary, usdc("5.000000"))).complete(NOON)), usdc("5.000000"));
        partlyReturned = posted(posted(aCryptoPayoutTo(beneficiary, usdc("6.000000"))).complete(NOON));
        payoutReturn = returned(partlyReturned, usdc("2.000000"));
        posted(posted(aCryptoPayoutTo(beneficiary, usdc("30.000000"))).decline(NOON));
        posted(aDepositTo(account, usdc("1.000000")));
        posted(aDepositTo(account, eur("10.00")));
        receipt = received(anArrival(usdc("7.000000")));
        var bank = stored(aBankBeneficiaryOf(account));
        returned(posted(posted(aFiatPayoutTo(bank, eur("3.00"))).complete(NOON)), eur("3.00"));
        posted(posted(aFiatPayoutTo(bank, eur("4.00"))).decline(NOON));
        openFiatPayout = posted(aFiatPayoutTo(bank, eur("5.00")));
        waitingPayout = waiting(aFiatPayoutTo(bank, eur("6.00")).transaction());
        withheldPayout = waiting(aFiatPayoutTo(bank, eur("7.00")).transaction());
        recorded(withheldPayout.withhold(Hold.Reason.EXPIRED, Optional.empty(), NOON));
        waiting(aCryptoPayoutTo(beneficiary, usdc("8.000000")).transaction());
        posted(posted(waiting(aCryptoPayoutTo(beneficiary, usdc("9.000000")).transaction())
                .pass(Hold.Gate.APPROVAL, "user_7", NOON)
                .release(NOON)).decline(NOON));
        postgres.close();
    }

    private Transaction waiting(Transaction payout) {
        return recorded(Transaction.expected(
                payout.id(), payout.organization(), payout.account(), payout.amount(), (Details.Payout) payout.details(), Memo.EMPTY,
                Hold.of("key_7", Set.of(Hold.Gate.APPROVAL), NOON.plusSeconds(60)), NOON));
    }

    private Transaction recorded(Transaction transaction) {
        var subjects = Subjects.account(organization.id(), account.id()).with(transaction.id());
        return store.books().decide(subjects, open -> open.record(transaction));
    }

    private Receipt received(Arrival arrival) {
        return new RecordReceiptService(store.books(), store.receipts(), () -> NOON, RailWatch.NONE)
                .record(new RecordReceipt.Command(arrival, new Owner.OfAccount(organization.id(), account.id())));
    }

    @AfterEach
    protected void close() {
        postgres.close();
        database.close();
    }

    @AfterAll
    void closeTheSoundBooks() {
        sound.close();
    }

    @Test
    void books_that_add_up_show_no_difference() {
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_fee_that_does_not_follow_from_its_schedule_is_found() {
        damage("update transactions set fee_bps = fee_bps + 100 where " + isOf(openFiatPayout));

        assertThat(checks()).containsExactly("impossible_transaction");
        assertThat(differences().getFirst().facts()).containsEntry("fee", "31").containsEntry("feeFixed", "30").containsEntry("feeBps", "125");
    }

    @Test
    void a_payout_that_was_released_before_it_had_waited_for_everything_is_found() {
        damage("update payout_holds set waits_for = 'APPROVAL REVIEW' where ended_at is not null and declined_for is null");

        assertThat(checks()).containsExactly("payout_unlike_its_hold");
    }

    @Test
    void a_payout_whose_fee_was_not_set_aside_is_found() {
        damage("update transactions set fee = fee + 1, fee_fixed = fee_fixed + 1 where " + isOf(openFiatPayout));

        assertThat(checks()).contains("transaction_unlike_its_entries", "locked_differs_from_open_payouts");
    }

    @Test
    void money_from_nowhere_is_found() {
        damage("update postings set amount = amount + 1 where to_place = 'FEES' and " + isOf(trade));

        assertThat(checks()).containsExactly("transaction_unlike_its_entries", "transaction_unlike_its_entries");
        assertThat(differences().getFirst().facts())
                .containsEntry("transactionId", trade.id().toString())
                .containsEntry("line", "2")
                .containsEntry("expectedPlace", "FX")
                .containsEntry("expectedAmount", "9997")
                .containsEntry("amount", "9996");
        assertThat(differences().getLast().facts())
                .containsEntry("line", "3")
                .containsEntry("expectedPlace", "FEES")
                .containsEntry("expectedAmount", "3")
                .containsEntry("amount", "4");
    }

    @Test
    void a_balance_that_its_entries_do_not_explain_is_found() {
        damage("update balances set available = available + 5 where asset = 'USD'");

        assertThat(checks()).containsExactly("balance_differs_from_entries", "newest_entry_differs_from_balance");
        assertThat(differences().getFirst().facts())
                .containsEntry("accountId", account.id().toString())
                .containsEntry("asset", "USD")
                .containsEntry("available", "15004")
                .containsEntry("availableByEntries", "14999");
    }

    @Test
    void a_balance_without_entries_is_found() {
        damage("insert into balances select account_id, 'USDT', organization_id, 7, 0 from accounts");

        assertThat(checks()).containsExactly("balance_differs_from_entries");
    }

    @Test
    void entries_without_their_balance_are_found() {
        damage("delete from balances where asset = 'USD'");

        assertThat(checks()).containsExactly("balance_differs_from_entries", "newest_entry_differs_from_balance");
        assertThat(differences().getFirst().facts()).containsEntry("available", "null").containsEntry("availableByEntries", "14999");
    }

    @Test
    void a_rewritten_running_balance_is_found_where_the_chain_breaks() {
        damage("update postings set available_after = available_after + 1 where account_id is not null and asset = 'USD' and " + isOf(trade));

        assertThat(checks()).containsExactly("running_balance_broken", "running_balance_broken");
        assertThat(differences().getFirst().facts())
                .containsEntry("transactionId", trade.id().toString())
                .containsEntry("line", "1")
                .containsEntry("balanceBefore", "25000")
                .containsEntry("amount", "-10000")
                .containsEntry("balanceAfter", "15001");
    }

    @Test
    void a_deleted_movement_is_found() {
        damage("delete from postings where " + isOf(deposit));

        assertThat(checks()).contains("transaction_unlike_its_entries", "balance_differs_from_entries", "running_balance_broken");
    }

    @Test
    void a_payout_that_arrived_on_paper_only_is_found() {
        damage("update transactions set status = 'COMPLETED' where " + isOf(openPayout));

        assertThat(checks())
                .containsExactly(
                        "transaction_unlike_its_entries",
                        "transaction_unlike_its_entries",
                        "payout_unlike_its_transfer",
                        "locked_differs_from_open_payouts");
        assertThat(differences().getFirst().facts())
                .containsEntry("transactionId", openPayout.id().toString())
                .containsEntry("status", "COMPLETED")
                .containsEntry("line", "3")
                .containsEntry("expectedAccountId", account.id().toString())
                .containsEntry("expectedPlace", "LOCKED")
                .containsEntry("expectedAmount", "-10000000")
                .containsEntry("amount", "null");
        assertThat(differences().getLast())
                .isEqualTo(new Difference(
                        "locked_differs_from_open_payouts",
                        Map.of(
                                "organizationId", organization.id().toString(),
                                "accountId", account.id().toString(),
                                "asset", "USDC",
                                "locked", "10000000",
                                "lockedByOpenPayouts", "0")));
    }

    @Test
    void a_payout_whose_settlement_is_denied_is_found() {
        damage("update transactions set status = 'DECLINED' where " + isOf(arrivedPayout));

        assertThat(checks()).containsExactly("transaction_unlike_its_entries");
        assertThat(differences().getFirst().facts())
                .containsEntry("line", "4")
                .containsEntry("expectedPlace", "AVAILABLE")
                .containsEntry("place", "OUTSIDE_WORLD");
    }

    @Test
    void money_posted_to_somebody_else_is_found() {
        var other = stored(anAccountOf(organization));
        damage("update postings set account_id = '" + other.id().uuid() + "' where account_id is not null and " + isOf(deposit));

        assertThat(checks()).contains("transaction_unlike_its_entries");
        assertThat(differences().getFirst().facts())
                .containsEntry("expectedAccountId", account.id().toString())
                .containsEntry("accountId", other.id().toString());
    }

    @Test
    void entries_without_their_transaction_are_found() {
        damage("delete from transactions where " + isOf(deposit));

        assertThat(differences())
                .allSatisfy(difference -> assertThat(difference.facts())
                        .containsEntry("transactionId", deposit.id().toString())
                        .containsEntry("type", "null"))
                .extracting(Difference::check)
                .containsExactly("transaction_unlike_its_entries", "transaction_unlike_its_entries");
    }

    @Test
    void a_transaction_in_a_state_that_nothing_leads_to_is_found() {
        damage("update transactions set status = 'EXPECTED' where " + isOf(deposit));

        assertThat(checks()).contains("transaction_in_impossible_state");
    }

    @Test
    void a_trade_that_gave_more_than_was_quoted_is_found() {
        damage("update quotes set to_amount = to_amount - 1 where " + isQuoteOf(trade));

        assertThat(checks()).containsExactly("trade_unlike_its_quote");
        assertThat(differences().getFirst().facts())
                .containsEntry("transactionId", trade.id().toString())
                .containsEntry("quotedReceived", "99969999")
                .containsEntry("received", "99970000")
                .containsEntry("quoteExecutedAt", NOON.toString());
    }

    @Test
    void a_reversal_that_does_not_mirror_its_original_is_found() {
        damage("update postings set to_place = 'SETTLEMENT' where to_place = 'FX' and asset = 'USD' and " + isOf(reversal));

        assertThat(checks()).containsExactly("transaction_unlike_its_entries");
        assertThat(differences().getFirst().facts())
                .containsEntry("transactionId", reversal.id().toString())
                .containsEntry("expectedPlace", "FX")
                .containsEntry("place", "SETTLEMENT");
    }

    @Test
    void a_reversal_of_what_cannot_be_reversed_is_found() {
        damage("update transactions set reverses = '" + openPayout.id().uuid() + "' where " + isOf(reversal));

        assertThat(checks()).contains("reversal_unlike_its_original");
        assertThat(differences().getLast().facts())
                .containsEntry("transactionId", reversal.id().toString())
                .containsEntry("reverses", openPayout.id().toString())
                .containsEntry("originalStatus", "LOCKED");
    }

    @Test
    void a_reversal_that_leaves_a_part_is_found() {
        damage("update transactions set amount = amount - 1 where type = 'ADJUSTMENT' and asset = 'USD' and amount > 1");

        assertThat(checks()).contains("reversal_unlike_its_original");
    }

    @Test
    void a_payout_that_is_refunded_on_paper_only_is_found() {
        damage("update transactions set status = 'REFUNDED' where " + isOf(arrivedPayout));

        assertThat(checks()).containsExactly("payout_unlike_its_returns");
    }

    @Test
    void more_that_comes_back_than_has_left_is_found() {
        damage("update transactions set amount = 7000000 where " + isOf(payoutReturn));

        assertThat(checks()).contains("payout_unlike_its_returns");
    }

    @Test
    void a_return_of_what_has_not_left_is_found() {
        damage("update transactions set returned_payout = '" + openPayout.id().uuid() + "' where " + isOf(payoutReturn));

        assertThat(checks()).containsExactly("return_unlike_its_payout");
    }

    @Test
    void evidence_of_what_needs_none_is_found() {
        damage("update transactions set evidence = 'none' where " + isOf(deposit));

        assertThat(checks()).containsExactly("transaction_with_details_of_another");
    }

    @Test
    void what_is_reversed_twice_is_found_without_the_index_that_forbids_it() {
        var second = ids.next();
        execute("drop index transactions_one_reversal");
        damage(
                """
                insert into transactions (transaction_id, organization_id, account_id, type, status, asset, amount, reverses, description,
                    tags, metadata, created_at, updated_at)
                select '%s', organization_id, account_id, type, status, asset, amount, reverses, description, tags, metadata, created_at,
                    updated_at
                from transactions
                where %s
                """
                        .formatted(second, isOf(reversal)));

        assertThat(checks()).contains("transaction_reversed_twice");
    }

    @Test
    void an_entry_that_is_older_than_the_one_before_it_is_found() {
        damage("update postings set posted_at = posted_at + interval '1 second' where " + isOf(deposit));

        assertThat(checks()).containsExactly("entry_before_its_predecessor");
        assertThat(differences().getFirst().facts())
                .containsEntry("transactionId", trade.id().toString())
                .containsEntry("postedAt", NOON.toString())
                .containsEntry("previousPostedAt", NOON.plusSeconds(1).toString());
    }

    @Test
    void an_entry_that_is_older_than_its_transaction_is_found() {
        damage("update postings set posted_at = posted_at - interval '1 second' where account_id is not null and " + isOf(deposit));

        assertThat(checks()).containsExactly("entry_before_its_transaction");
    }

    @Test
    void a_balance_that_changed_when_nothing_was_posted_is_found() {
        damage("update balances set changed_at = changed_at - interval '1 second' where asset = 'EUR'");

        assertThat(checks()).containsExactly("balance_changed_at_another_time");
    }

    @Test
    void an_open_payout_that_nobody_asks_the_chain_about_is_found() {
        damage("update chain_transfers set waiting_since = null where " + isOf(openPayout));

        assertThat(checks()).containsExactly("payout_unlike_its_transfer");

        damage("delete from chain_transfers where " + isOf(openPayout));

        assertThat(checks()).containsExactly("payout_unlike_its_transfer");
    }

    @Test
    void a_payout_of_another_amount_than_its_transfer_is_found() {
        damage("update chain_transfers set amount = amount + 1 where " + isOf(arrivedPayout));

        assertThat(checks()).containsExactly("payout_unlike_its_transfer");
    }

    @Test
    void a_payout_with_a_hash_that_was_not_signed_for_it_is_found() {
        sign(openPayout, 0);

        assertThat(differences()).isEmpty();

        damage("update transactions set tx_hash = '0xdead' where " + isOf(openPayout));

        assertThat(checks()).containsExactly("payout_unlike_its_transfer");
        assertThat(differences().getFirst().facts()).containsEntry("txHash", "0xdead").containsKey("signedTxHashes");

        damage("update transactions set tx_hash = null where " + isOf(openPayout));

        assertThat(checks()).containsExactly("payout_unlike_its_transfer");

        damage("update transactions set tx_hash = '0xfeed0' where " + isOf(openPayout) + " or " + isOf(arrivedPayout));

        assertThat(checks()).containsExactly("payout_unlike_its_transfer");
    }

    @Test
    void a_fiat_payout_that_nobody_sends_is_found() {
        damage("update bank_transfers set due_at = null");

        assertThat(checks()).containsExactly("payout_unlike_its_bank_transfer");

        damage("update bank_transfers set file_number = 7");

        assertThat(checks()).as("a file that is lost").contains("payout_unlike_its_bank_transfer");

        damage("delete from bank_transfers");

        assertThat(checks()).contains("payout_unlike_its_bank_transfer");
    }

    @Test
    void a_fiat_payout_that_is_sent_though_it_has_ended_is_found() {
        damage("update bank_transfers set due_at = now() where due_at is null");

        assertThat(checks()).contains("payout_unlike_its_bank_transfer");
    }

    @Test
    void a_payout_that_waits_for_nothing_is_found() {
        damage("delete from payout_holds where " + isOf(waitingPayout));

        assertThat(checks()).contains("payout_unlike_its_hold");
    }

    @Test
    void a_wait_that_is_over_though_its_payout_is_expected_is_found() {
        damage("update payout_holds set ended_at = now(), due_at = null where " + isOf(waitingPayout));

        assertThat(checks()).contains("payout_unlike_its_hold");
    }

    @Test
    void a_wait_that_time_has_forgotten_is_found() {
        damage("update payout_holds set due_at = null where " + isOf(waitingPayout));

        assertThat(checks()).containsExactly("payout_unlike_its_hold");
    }

    @Test
    void a_payout_that_is_locked_though_it_was_withheld_is_found() {
        damage("update transactions set status = 'LOCKED' where " + isOf(withheldPayout));

        assertThat(checks()).contains("payout_unlike_its_hold");
    }

    @Test
    void a_nonce_of_two_payouts_is_found() {
        sign(openPayout, 0);

        damage("update chain_transfers set wallet = '0xhouse', nonce = 0 where " + isOf(arrivedPayout));

        assertThat(checks()).containsExactly("nonce_of_two_payouts");
    }

    @Test
    void gas_that_was_not_spent_for_its_payout_is_found() {
        sign(openPayout, 0);
        var cost = "insert into gas_costs select chain, '%s', '0xhouse', transaction_id, organization_id, 1, true, now() from chain_transfers where "
                + isOf(openPayout);
        damage(cost.formatted("0xother"));

        assertThat(checks()).containsExactly("gas_cost_unlike_its_payout");
    }

    private void sign(Transaction payout, long nonce) {
        var transfer = aTransferOf(payout);
        store.outbox().enrol(transfer.chain(), "0xhouse", nonce);
        store.outbox().reserve(transfer, "0xhouse");
        store.outbox().store(aSigned(transfer, "0xhouse", nonce));
    }

    @Test
    void an_answer_about_a_transaction_that_is_not_there_is_found() {
        var missing = new TransactionId(ids.next());
        remember("kept", "200\napplication/json\n\n{\"object\":\"trade\",\"transactionId\":\"" + trade.id() + "\"}");
        remember("refused", "404\n{\"error\":{\"message\":\"no " + missing + "\"}}");
        remember("told by a client", "200\napplication/json\n\n{\"object\":\"account\",\"name\":\"\\\"transactionId\\\":\\\"" + missing + "\\\"\"}");

        assertThat(differences()).isEmpty();

        remember("lost", "200\napplication/json\n\n{\"object\":\"trade\",\"transactionId\":\"" + missing + "\"}");

        assertThat(checks()).containsExactly("answer_without_its_transaction");
        assertThat(differences().getFirst().facts()).containsEntry("transactionId", missing.toString()).containsEntry("path", "/v1/lost");
    }

    @Test
    void a_request_with_two_answers_is_found() {
        remember("kept", "404\n{}");

        damage("insert into idempotency_records select request_hash, organization_id, answered_at, idempotency_key, method, path, fingerprint, answer,"
                + " broker_organization_id, part + 1 from idempotency_records");

        assertThat(checks()).containsOnly("several_answers_to_one_request");
        assertThat(differences().getFirst().facts()).containsEntry("path", "/v1/kept").containsEntry("answers", "2");
    }

    @Test
    void a_quote_for_an_account_that_is_not_there_is_found() {
        damage("update quotes set account_id = gen_random_uuid() where quote_id = '" + unusedQuote.id().uuid() + "'");

        assertThat(checks()).containsExactly("quote_for_no_account");
        assertThat(differences().getFirst().facts()).containsEntry("quoteId", unusedQuote.id().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "from_amount = 0, fee = 0", "to_amount = -1", "fee = -1", "fee = from_amount + 1", "mid_rate = 0", "to_asset = from_asset",
        "expires_at = issued_at"
    })
    void a_quote_that_no_rule_allows_is_found(String damage) {
        damage("update quotes set " + damage + " where quote_id = '" + unusedQuote.id().uuid() + "'");

        assertThat(checks()).containsExactly("impossible_quote");
        assertThat(differences().getFirst().facts()).containsEntry("quoteId", unusedQuote.id().toString());
    }

    @Test
    void a_quote_that_was_executed_too_late_is_found() {
        damage("update quotes set expires_at = executed_at where " + isQuoteOf(trade));

        assertThat(checks()).containsExactly("impossible_quote");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "amount = -1", "received = 0", "fee = -1", "fee = amount + 1", "received_asset = asset", "method = 'CASH'", "metadata = '[]'"
    })
    void a_transaction_that_no_rule_allows_is_found(String damage) {
        damage("update transactions set " + damage + " where " + isOf(trade));

        assertThat(checks()).contains("impossible_transaction");
    }

    @Test
    void a_transaction_with_the_details_of_another_is_found() {
        damage("update transactions set chain = 'ETHEREUM' where " + isOf(deposit));

        assertThat(checks()).containsExactly("transaction_with_details_of_another");
        assertThat(differences().getFirst().facts()).containsEntry("transactionId", deposit.id().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"units = units + 1", "asset = 'USDT'", "account_id = gen_random_uuid()", "is_known = false", "type = 'FIAT_PAYIN'"})
    void a_receipt_unlike_its_transaction_is_found(String damage) {
        damage("update receipts set " + damage);

        assertThat(checks()).containsExactly("receipt_unlike_its_transaction");
        assertThat(differences().getFirst().facts()).containsEntry("receiptId", receipt.id().toString());
    }

    @Test
    void a_receipt_whose_transaction_is_gone_is_found() {
        damage("update receipts set transaction_id = gen_random_uuid()");

        assertThat(checks()).containsExactly("receipt_unlike_its_transaction");
    }

    @Test
    void a_used_quote_without_its_trade_is_found() {
        damage("update quotes set executed_at = issued_at where quote_id = '" + unusedQuote.id().uuid() + "'");

        assertThat(checks()).containsExactly("used_quote_without_trade");
        assertThat(differences().getFirst().facts()).containsEntry("quoteId", unusedQuote.id().toString());
    }

    @Test
    void a_trade_whose_quote_is_unused_is_found() {
        damage("update quotes set executed_at = null where " + isQuoteOf(trade));

        assertThat(checks()).containsExactly("trade_of_unused_quote");
        assertThat(differences().getFirst().facts()).containsEntry("transactionId", trade.id().toString());
    }

    @Test
    void the_service_works_on_while_the_books_are_checked_and_does_not_disturb_the_check() {
        var found = new ArrayList<Difference>();
        var subjects = new ArrayList<String>();

        new BooksVerifier(way).verify(found::add, new VerificationProgress() {
            @Override
            public void begin(Stage stage) {
                subjects.add(stage.number() + " of " + stage.count() + " " + stage.subject());
                posted(aDepositTo(account, usd("1.00")));
                reversed(executed(stored(aLiveQuoteOf(account))));
            }

            @Override
            public void reach(long rows) {}
        });

        assertThat(found).isEmpty();
        assertThat(subjects)
                .containsExactly(
                        "1 of 7 closed months",
                        "2 of 7 transactions and their entries",
                        "3 of 7 quotes",
                        "4 of 7 remembered answers",
                        "5 of 7 receipts",
                        "6 of 7 locked money",
                        "7 of 7 balances and their entries");
    }

    @Test
    void how_many_rows_there_are_is_known_from_the_statistics() {
        execute("vacuum analyze");
        var expected = new ArrayList<OptionalLong>();
        var reached = new ArrayList<Long>();

        new BooksVerifier(way, 1, true).verify(found -> {}, new VerificationProgress() {
            @Override
            public void begin(Stage stage) {
                expected.add(stage.rows());
                reached.add(0L);
            }

            @Override
            public void reach(long rows) {
                reached.set(reached.size() - 1, rows);
            }
        });

        assertThat(expected.get(1)).hasValue(count("transactions"));
        assertThat(expected.getLast()).hasValue(count("postings where account_id is not null") + count("balances"));
        assertThat(reached.get(1)).isEqualTo(count("transactions"));
    }

    @Test
    void a_check_that_is_cancelled_ends_in_the_database_too() {
        var verifier = new BooksVerifier(way);
        var waiting = "pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        try (var thread = Executors.newSingleThreadExecutor()) {
            Jdbi.create(database.superuser()).useTransaction(blocking -> {
                blocking.execute("lock table postings in access exclusive mode");
                var outcome = thread.submit(() -> verifier.verify(found -> {}));
                awaitOne(waiting);

                verifier.cancel();

                assertThatThrownBy(outcome::get)
                        .hasCauseInstanceOf(VerificationFailedException.class)
                        .hasMessageContaining("the verification was cancelled");
                assertThat(count(waiting)).isZero();
            });
        }
    }

    @Test
    void what_cannot_be_checked_is_not_called_clean() {
        assertThatThrownBy(() -> new BooksVerifier(TestDatabase.createEmpty()).verify(found -> {}))
                .isInstanceOf(VerificationFailedException.class)
                .hasMessageStartingWith("the books could not be checked: ")
                .hasMessageContaining("\"closings\" does not exist");
    }

    private Quote aQuoteWithoutFee() {
        var conversion = QuotePolicy.STANDARD.money().spreads().sell(usd("0.01"), Rate.of("1", Asset.USD, Asset.USDC));
        return Quote.issue(
                QuoteId.of(ids.next(), account.id()), organization.id(), account.id(), conversion, QuotePolicy.STANDARD.money(), NOON);
    }

    private Movement aFiatPayoutTo(Beneficiary bank, Money amount) {
        var details = new Details.FiatPayout(bank.id(), BankMethod.SEPA, "Deutsche Bank", "DEUTDEFF", "", "DE89370400440532013000",
                FEE.on(amount));
        return Transaction.payout(
                new TransactionId(ids.next()), organization.id(), account.id(), amount, details, Memo.EMPTY, NOON);
    }

    private Transaction executed(Quote quote) {
        return store.books().decide(Subjects.quote(organization.id(), quote.id()), open -> {
            var completed = open.quote(quote.id()).execute(NOON);
            open.record(completed);
            return open.post(Transaction.trade(new TransactionId(ids.next()), completed));
        });
    }

    private Transaction reversed(Transaction original) {
        return store.books().decide(Subjects.transaction(organization.id(), original.id()), open -> {
            var reversed = open.transaction(original.id()).reverse(new TransactionId(ids.next()), Duration.ofMinutes(10), NOON);
            open.record(reversed);
            return open.post(theReversalOf(reversed, NOON));
        });
    }

    private Transaction returned(Transaction payout, Money amount) {
        return store.books().decide(Subjects.transaction(organization.id(), payout.id()), open -> {
            var returned = open.transaction(payout.id()).takeBack(new TransactionId(ids.next()), amount, NOON);
            open.record(returned);
            return open.post(Transaction.payoutReturn(returned, "camt.053"));
        });
    }

    private void remember(String key, String answer) {
        var request = new IdempotencyKey(organization.id(), key, "POST", "/v1/" + key);
        store.books().decide(Subjects.account(organization.id(), account.id()).with(request), open -> {
            open.record(new IdempotencyRecord(request, Fingerprint.of(Map.of(), Map.of()), answer, NOON));
            return answer;
        });
    }

    private static String isOf(Transaction transaction) {
        return "transaction_id = '" + transaction.id().uuid() + "'";
    }

    private static String isQuoteOf(Transaction trade) {
        return "quote_id = '" + ((Details.Trade) trade.details()).quote().uuid() + "'";
    }

    private void damage(String statement) {
        assertThat(execute(statement)).isPositive();
    }

    private int execute(String statement) {
        return Jdbi.create(database.superuser()).withHandle(handle -> handle.execute(statement));
    }

    private long count(String rows) {
        return Jdbi.create(database.superuser())
                .withHandle(handle -> handle.createQuery("select count(*) from " + rows).mapTo(Long.class).one());
    }

    private void awaitOne(String rows) {
        while (count(rows) == 0) {
            Thread.onSpinWait();
        }
    }

    /** Of the ranges in which the books are verified once more. */
    protected int rowsInSmallRange() {
        return 1;
    }

    /** The same, whether one range holds all or a range holds little. */
    private List<Difference> differences() {
        var found = new ArrayList<Difference>();
        new BooksVerifier(way).verify(found::add);
        var foundStepByStep = new ArrayList<Difference>();
        new BooksVerifier(way, rowsInSmallRange(), true).verify(foundStepByStep::add);
        assertThat(foundStepByStep).containsExactlyInAnyOrderElementsOf(found);
        return found;
    }

    private List<String> checks() {
        return differences().stream().map(Difference::check).toList();
    }
}
