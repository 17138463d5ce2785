package dev.corridor.persistence.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.funding.port.BankBookings.Balance;
import dev.corridor.application.funding.port.BankBookings.Booked;
import dev.corridor.application.funding.port.BankBookings.Entry;
import dev.corridor.application.reconciliation.port.Difference;
import dev.corridor.application.transaction.port.BankNotice;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.funding.Arrival;
import dev.corridor.domain.funding.Receipt.Offset;
import dev.corridor.domain.funding.Receipt.Suspended;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.domain.funding.SuspenseReason;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.funding.PostgresBankBookings;
import dev.corridor.persistence.funding.PostgresReceipts;
import dev.corridor.persistence.testing.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What is kept of a bank's reports, and compared with receipts. Each test has a bank of its own. Payouts are compared in the story of all rails. */
@TestInstance(Lifecycle.PER_CLASS)
public class PostgresRailBooksTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Value AMOUNT = new Value.Known(Money.of("10.00", Asset.EUR));

    private static int banks;

    private TestDatabase database;
    private DataSource way;

    private PostgresRailBooks books;
    private PostgresBankBookings bookings;
    private PostgresReceipts receipts;
    private String bank;

    @BeforeAll
    void open() {
        database = anEmptyDatabase();
        way = wayTo(database);
    }

    protected TestDatabase anEmptyDatabase() {
        return TestDatabase.create();
    }

    /** The way to what is compared. */
    protected DataSource wayTo(TestDatabase books) {
        return books.dataSource();
    }

    @AfterAll
    protected void close() {
        database.close();
    }

    @BeforeEach
    void a_bank() {
        bank = "bank-" + ++banks;
        books = new PostgresRailBooks(way);
        bookings = new PostgresBankBookings(database.dataSource());
        receipts = new PostgresReceipts(database.dataSource(), AssetCatalogue.STANDARD);
    }

    @Test
    void a_credit_has_its_receipt_whatever_has_become_of_it() {
        receipts.keep(new Suspended(arrival("R1", AMOUNT), SuspenseReason.NO_ACCOUNT, NOON));
        receipts.keep(new Offset(arrival("R2", AMOUNT), NOON));
        keeps(credit("R1", AMOUNT), credit("R2", AMOUNT));
        keeps(credit("R1", AMOUNT));
        assertThat(compare(NOON.plus(Duration.ofHours(1)))).isEmpty();
        assertThat(books.compare(bank, Instant.EPOCH, NOON).entries()).isEqualTo(2);

        keeps(credit("R3", AMOUNT), credit("R4", new Value.Foreign("GBP", BigInteger.TEN)));
        receipts.keep(new Suspended(arrival("R4", AMOUNT), SuspenseReason.NO_ACCOUNT, NOON));

        assertThat(compare(NOON)).containsExactly("entry_unlike_its_receipt", "entry_unlike_its_receipt");
    }

    @Test
    void a_receipt_stands_in_a_report_once_its_file_is_taken() {
        receipts.keep(new Suspended(arrival("R1", AMOUNT), SuspenseReason.NO_ACCOUNT, NOON));
        receipts.keep(new Suspended(arrival("refusal of txn_1", AMOUNT), SuspenseReason.NO_ACCOUNT, NOON));

        assertThat(compare(NOON.plus(Duration.ofMinutes(10)))).isEmpty();
        assertThat(compare(NOON.plus(Duration.ofMinutes(11)))).containsExactly("receipt_without_entry");
    }

    @Test
    void money_that_leaves_for_no_payout_is_found() {
        keeps(debit("D1", Optional.empty()), debit("D2", Optional.of(new TransactionId(UUID.randomUUID()))));

        assertThat(compare(NOON)).containsExactly("debit_without_payout", "debit_without_payout");
        assertThat(books.compare(bank, NOON.plus(Duration.ofDays(8)), NOON.plus(Duration.ofDays(9))).differences())
                .as("long since agreed about")
                .isEmpty();
    }

    @Test
    void statements_add_up_and_follow_each_other() {
        keeps(statement("S1", 2, Optional.of("0.00"), "5.00", "5.00"), statement("S2", 3, Optional.of("5.00"), "-1.00", "-6.00"));
        keeps(statement("S3", 4, Optional.empty(), "7.00", "0.00"));
        assertThat(compare(NOON)).isEmpty();

        keeps(statement("S4", 5, Optional.of("8.00"), "8.00", "0.00"));
        assertThat(compare(NOON)).containsExactly("statement_missing");
        keeps(statement("S5", 6, Optional.of("8.00"), "9.00", "0.00"));
        assertThat(compare(NOON)).containsExactly("statement_that_does_not_add_up", "statement_missing");
    }

    @Test
    void nothing_is_known_of_a_chain_that_has_not_been_read() {
        assertThat(books.lastRead(ChainName.BASE_SEPOLIA)).isEmpty();
        assertThat(books.received(ChainName.BASE_SEPOLIA, 0, 100)).isEmpty();
        assertThat(books.sent(ChainName.BASE_SEPOLIA, "0xa", 0)).isEmpty();
    }

    private void keeps(Booked... booked) {
        bookings.keep(bank, List.of(booked), NOON);
    }

    private List<String> compare(Instant now) {
        return books.compare(bank, Instant.EPOCH, now).differences().stream().map(Difference::check).toList();
    }

    private Arrival arrival(String reference, Value value) {
        return new Arrival(Arrival.railOfBank(bank), reference, value, "Ada", "DE89", NOON, new Details.FiatPayin());
    }

    private Entry credit(String reference, Value value) {
        return new Entry(reference, value, Optional.empty(), Optional.of(ReceiptId.of(Arrival.railOfBank(bank), reference)), NOON);
    }

    private static Entry debit(String reference, Optional<TransactionId> payout) {
        return new Entry(reference, AMOUNT, payout, Optional.empty(), NOON);
    }

    private static Balance statement(String id, int day, Optional<String> opening, String closing, String booked) {
        return new Balance(new BankNotice.Statement(
                id, "EUR", opening.map(BigDecimal::new), new BigDecimal(closing), new BigDecimal(booked), LocalDate.of(2026, 3, day)));
    }
}
