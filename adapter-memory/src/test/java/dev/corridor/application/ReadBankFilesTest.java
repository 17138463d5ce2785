package dev.corridor.application;

import static dev.corridor.testing.Fixtures.aBankBeneficiaryOf;
import static dev.corridor.testing.Fixtures.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.funding.BankFunding;
import dev.corridor.application.funding.BankNotices;
import dev.corridor.application.funding.ReadBankFiles;
import dev.corridor.application.funding.ReadBankFilesService;
import dev.corridor.application.funding.RecordReceiptService;
import dev.corridor.application.funding.port.BankBookings;
import dev.corridor.application.funding.port.BankBookings.Booked;
import dev.corridor.application.funding.port.BankBookings.Entry;
import dev.corridor.application.transaction.PayOutFiat;
import dev.corridor.application.transaction.RailWatch;
import dev.corridor.application.transaction.SendBankFiles;
import dev.corridor.application.transaction.SendBankFilesService;
import dev.corridor.application.transaction.port.Bank.Content;
import dev.corridor.application.transaction.port.Bank.Mail;
import dev.corridor.application.transaction.port.BankNotice;
import dev.corridor.application.transaction.port.BankNotice.Credit;
import dev.corridor.application.transaction.port.BankNotice.Debit;
import dev.corridor.application.transaction.port.BankNotice.FileStatus;
import dev.corridor.application.transaction.port.BankNotice.OrderStatus;
import dev.corridor.application.transaction.port.BankNotice.Standing;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.funding.CreditorReference;
import dev.corridor.domain.funding.FundingDetails.BankReference;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.domain.funding.SuspenseReason;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.transaction.BankFile;
import dev.corridor.domain.transaction.Details.PayoutReturn;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.testing.SequentialIds;
import dev.corridor.testing.WillingBank;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadBankFilesTest {

    private final World world = new World();
    private final List<Booked> booked = new ArrayList<>();
    private final WillingBank bank = world.bank;
    private final PayOutFiat payOutFiat = world.payOutFiat(bank);
    private final SendBankFiles send = new SendBankFilesService(List.of(bank), world.store.bankOutbox(), world.clock, new Random(1), RailWatch.NONE);
    private final ReadBankFiles read = new ReadBankFilesService(
            List.of(bank),
            world.store.bankInbox(),
            (of, entries, now) -> booked.addAll(entries),
            new BankNotices(
                    world.store.books(),
                    world.store.bankOutbox(),
                    new RecordReceiptService(world.store.books(), world.store.receipts(), world.clock, RailWatch.NONE),
                    world.store.receipts(),
                    world.store.accounts(),
                    world.store.fundingMethods(),
                    AssetCatalogue.STANDARD,
                    world.clock),
            world.clock);
    private Beneficiary beneficiary;
    private Transaction payout;

    @BeforeEach
    void a_payout_is_with_the_bank() {
        world.deposit(eur("100.00"));
        beneficiary = world.keep(aBankBeneficiaryOf(world.account));
        payout = aPayout();
        send.send(new SendBankFiles.Command(Duration.ofSeconds(30), 10));
    }

    @Test
    void a_settled_order_completes_its_payout() {
        arrives(settled(payout));

        assertThat(current().status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(funds()).isEqualTo("90.00 + 0.00");
    }

    @Test
    void a_debit_completes_its_payout() {
        arrives(debit(payout));

        assertThat(current().status()).isEqualTo(TransactionStatus.COMPLETED);
    }

    @Test
    void a_refusal_gives_the_money_back() {
        arrives(refused(payout));

        assertThat(current().status()).isEqualTo(TransactionStatus.DECLINED);
        assertThat(funds()).isEqualTo("100.00 + 0.00");
    }

    @Test
    void anything_less_certain_leaves_the_money_locked() {
        arrives(new OrderStatus(endToEndId(payout), Standing.OPEN, "AM05"), new FileStatus(messageId(), Standing.OPEN, "AM05"));
        world.clock.advance(Duration.ofDays(30));

        assertThat(current().status()).isEqualTo(TransactionStatus.LOCKED);
        assertThat(funds()).isEqualTo("90.00 + 10.00");
    }

    @Test
    void a_whole_file_is_settled_or_refused() {
        var other = aPayout();
        send.send(new SendBankFiles.Command(Duration.ofSeconds(30), 10));

        arrives(new FileStatus(messageId(), Standing.REFUSED, "FF01"));
        arrives(new FileStatus(BankFile.messageId("main", 2), Standing.SETTLED, ""));

        assertThat(current().status()).isEqualTo(TransactionStatus.DECLINED);
        assertThat(current(other).status()).isEqualTo(TransactionStatus.COMPLETED);
        arrives(new FileStatus(BankFile.messageId("main", 2), Standing.REFUSED, "FF01"));
        assertThat(current(other).status()).as("what has left is not brought back by a word about its file").isEqualTo(TransactionStatus.COMPLETED);
    }

    @Test
    void a_refusal_after_days_brings_the_money_back_and_its_entry_does_not_bring_it_again() {
        arrives(settled(payout));
        world.clock.advance(Duration.ofDays(2));

        arrives(refused(payout));
        assertThat(current().status()).isEqualTo(TransactionStatus.REFUNDED);
        assertThat(funds()).isEqualTo("100.00 + 0.00");
        arrives(returned(payout, "R1", "10.00"));
        arrives(refused(payout), settled(payout), debit(payout));

        assertThat(funds()).isEqualTo("100.00 + 0.00");
        assertThat(receipt("R1").state()).isEqualTo(Receipt.State.OFFSET);
        assertThat(world.store.receipts().suspended(10)).isEmpty();
    }

    private Receipt receipt(String reference) {
        return world.store.receipts().find(ReceiptId.of("bank main", reference)).orElseThrow();
    }

    @Test
    void money_comes_back_in_parts_each_once_in_whatever_message() {
        arrives(settled(payout));
        world.clock.advance(Duration.ofDays(2));

        arrives(returned(payout, "R1", "4.00"));
        arrives(debit(payout), returned(payout, "R1", "4.00"));
        assertThat(current().status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(funds()).isEqualTo("94.00 + 0.00");
        arrives(returned(payout, "R2", "6.00"));

        assertThat(current().status()).isEqualTo(TransactionStatus.REFUNDED);
        assertThat(funds()).isEqualTo("100.00 + 0.00");
        var back = world.store.transactions().find(world.organization.id(), current().returns().getFirst().by()).orElseThrow();
        assertThat(((PayoutReturn) back.details()).evidence()).isEqualTo("Entry R1 AC04");
    }

    @Test
    void a_return_that_comes_first_says_that_the_money_had_left() {
        arrives(returned(payout, "R1", "10.00"));
        assertThat(current().status()).isEqualTo(TransactionStatus.REFUNDED);

        arrives(settled(payout), debit(payout));

        assertThat(current().status()).isEqualTo(TransactionStatus.REFUNDED);
        assertThat(funds()).isEqualTo("100.00 + 0.00");
    }

    @Test
    void more_than_is_out_is_not_credited() {
        arrives(returned(payout, "R1", "10.01"));

        assertThat(current().status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(world.store.receipts().suspended(10)).singleElement()
                .satisfies(receipt -> assertThat(receipt.arrival().reference()).isEqualTo("R1"));
    }

    @Test
    void what_comes_back_of_a_declined_payout_is_not_given_twice() {
        arrives(refused(payout));

        arrives(debit(payout), returned(payout, "R1", "10.00"));

        assertThat(current().status()).isEqualTo(TransactionStatus.DECLINED);
        assertThat(funds()).isEqualTo("100.00 + 0.00");
        assertThat(receipt("R1").state()).isEqualTo(Receipt.State.OFFSET);
        assertThat(world.store.receipts().suspended(10)).isEmpty();
    }

    @Test
    void money_of_nobody_lies_in_suspense_once() {
        var credit = new Credit("R9", "NOTPROVIDED", "EUR", new BigDecimal("7.5"), "Ada", "DE89", "hello", world.clock.instant(), "");
        var foreign = new Credit("R10", "", "GBP", new BigDecimal("7.5"), "Ada", "DE89", "hello", world.clock.instant(), "");

        arrives(credit, foreign);
        arrives(credit);

        assertThat(world.store.receipts().suspended(10)).extracting(Receipt.Suspended::reason)
                .containsExactly(SuspenseReason.NO_ACCOUNT, SuspenseReason.NO_ACCOUNT);
    }

    @Test
    void money_goes_to_the_account_that_its_payer_names_once() {
        var id = world.account.id().toString();

        arrives(credit("R1", "Invoice 7 " + id), credit("R2", "INVOICE" + id.replace("_", "").toUpperCase(Locale.ROOT).replaceAll("(.{9})", "$1 ")));
        arrives(credit("R1", "Invoice 7 " + id));

        assertThat(funds()).isEqualTo("105.00 + 10.00");
        assertThat(world.store.receipts().suspended(10)).isEmpty();
    }

    @Test
    void money_goes_to_the_account_whose_reference_its_payer_writes() {
        var source = new BankFunding("main", "Corridor", "DE89370400440532013000", "COBADEFF", List.of(Asset.EUR));
        world.store.fundingMethods().provide(source, new SequentialIds(), world.clock.instant(), 10);
        var reference = ((BankReference) source.details(world.account.id(), 0)).reference().text();
        var another = CreditorReference.of("other", world.account.id()).text();

        arrives(credit("R1", "Invoice 7 " + reference), credit("R2", reference.replaceAll("(.{4})", "$1 ").toLowerCase(Locale.ROOT)));
        arrives(credit("R3", reference + " " + world.account.id()), credit("R4", another));

        assertThat(funds()).as("its own reference, also beside its id").isEqualTo("112.50 + 10.00");
        assertThat(world.store.receipts().suspended(10)).singleElement()
                .satisfies(receipt -> assertThat(receipt.arrival().reference()).isEqualTo("R4"));
    }

    @Test
    void money_that_names_no_account_or_two_lies_in_suspense() {
        var id = world.account.id().toString();

        arrives(credit("R1", "acct_" + "0".repeat(32)), credit("R2", id + " or acct_" + "0".repeat(32)), credit("R3", id.substring(0, 36)));

        assertThat(funds()).isEqualTo("90.00 + 10.00");
        assertThat(world.store.receipts().suspended(10)).hasSize(3);
    }

    private Credit credit(String reference, String remittance) {
        return new Credit(reference, "NOTPROVIDED", "EUR", new BigDecimal("7.50"), "Ada", "DE89", remittance, world.clock.instant(), "");
    }

    @Test
    void what_the_bank_has_booked_is_kept_as_it_says_it() {
        var at = world.clock.instant();
        var statement = new BankNotice.Statement("S1", "EUR", Optional.empty(), BigDecimal.TEN, BigDecimal.TEN, LocalDate.parse("2026-03-02"));

        arrives(settled(payout), debit(payout), credit("R1", "rent"), statement, new Debit("R2", "FEES", "GBP", BigDecimal.ONE, at));

        assertThat(booked).containsExactly(
                new Entry("D" + endToEndId(payout), new Value.Known(eur("10.00")), Optional.of(payout.id()), Optional.empty(), at),
                new Entry("R1", new Value.Known(eur("7.50")), Optional.empty(), Optional.of(receipt("R1").id()), at),
                new BankBookings.Balance(statement),
                new Entry("R2", new Value.Foreign("GBP", BigInteger.valueOf(100_000)), Optional.empty(), Optional.empty(), at));
    }

    @Test
    void a_file_is_taken_once_whatever_its_name() {
        var file = file("a.xml", settled(payout));

        bank.mail.add(file);
        bank.mail.add(new Mail("b.xml", file.digest(), file.writtenAt(), file.content()));
        readAll();

        assertThat(bank.archived).containsExactly("a.xml", "b.xml");
    }

    @Test
    void a_file_that_cannot_be_read_is_put_aside() {
        bank.mail.add(new Mail("a.xml", "digest", world.clock.instant(), new Content.Unreadable("is about another account")));
        bank.mail.add(file("b.xml", settled(payout)));

        readAll();

        assertThat(bank.aside).containsEntry("a.xml", "is about another account");
        assertThat(bank.archived).containsExactly("b.xml");
    }

    @Test
    void a_file_that_names_an_unknown_payout_waits_for_it_and_does_the_rest() {
        bank.mail.add(file("a.xml", new OrderStatus("0".repeat(32), Standing.SETTLED, ""), settled(payout)));

        readAll();
        assertThat(current().status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(bank.mail).hasSize(1);
        world.clock.advance(Duration.ofDays(1));
        readAll();

        assertThat(bank.aside).hasEntrySatisfying("a.xml", reason -> assertThat(reason).startsWith("names payouts that are not in the books"));
    }

    @Test
    void what_others_have_ordered_is_none_of_our_business() {
        arrives(new OrderStatus("RENT-MARCH", Standing.REFUSED, ""), new FileStatus("PAYROLL-7", Standing.REFUSED, ""),
                new Debit("R1", "", "EUR", BigDecimal.ONE, world.clock.instant()));

        assertThat(bank.archived).hasSize(1);
        assertThat(current().status()).isEqualTo(TransactionStatus.LOCKED);
    }

    @ParameterizedTest
    @EnumSource(Standing.class)
    void a_status_comes_before_it_is_recorded_that_the_bank_has_the_file(Standing standing) {
        bank.isDown = true;
        var early = aPayout();
        send.send(new SendBankFiles.Command(Duration.ofSeconds(30), 10));
        bank.isDown = false;

        arrives(new OrderStatus(endToEndId(early), standing, ""));
        world.clock.advance(Duration.ofMinutes(10));
        send.send(new SendBankFiles.Command(Duration.ofSeconds(30), 10));

        assertThat(bank.files).as("not handed over again").hasSize(1);
        assertThat(current(early).status()).isEqualTo(switch (standing) {
            case SETTLED -> TransactionStatus.COMPLETED;
            case REFUSED -> TransactionStatus.DECLINED;
            case OPEN -> TransactionStatus.LOCKED;
        });
    }

    /** Whatever is said, in whatever order and how often: an account has what it was given, less what the bank has paid and not got back. */
    @RepeatedTest(50)
    void in_whatever_order_the_books_agree_with_the_statement(RepetitionInfo round) {
        var random = new Random(round.getCurrentRepetition());
        var expected = new BigDecimal("100.00");
        var said = new ArrayList<BankNotice>();
        var payouts = new ArrayList<>(List.of(payout, aPayout(), aPayout(), aPayout()));
        for (int i = 0; i < payouts.size(); i++) {
            var one = payouts.get(i);
            var reference = "R" + i;
            switch (random.nextInt(5)) {
                case 0 -> said.add(refused(one));
                case 1 -> {
                    said.addAll(List.of(debit(one), returned(one, reference, "10.00")));
                }
                case 2 -> {
                    said.addAll(List.of(settled(one), returned(one, reference, "3.00"), returned(one, reference + "b", "2.00")));
                    expected = expected.subtract(new BigDecimal("5.00"));
                }
                case 3 -> {
                    said.addAll(List.of(settled(one), debit(one)));
                    expected = expected.subtract(new BigDecimal("10.00"));
                }
                default -> {
                    said.add(new OrderStatus(endToEndId(one), Standing.OPEN, ""));
                    expected = expected.subtract(new BigDecimal("10.00"));
                }
            }
        }
        said.addAll(List.copyOf(said));
        Collections.shuffle(said, random);
        while (!said.isEmpty()) {
            int size = 1 + random.nextInt(said.size());
            var part = List.copyOf(said.subList(0, size));
            said.subList(0, size).clear();
            arrives(part.toArray(BankNotice[]::new));
        }

        assertThat(world.balance(Asset.EUR).available().decimal()).isEqualTo(expected.toPlainString());
    }

    private int files;

    private void arrives(BankNotice... notices) {
        bank.mail.add(file("file-" + ++files, notices));
        readAll();
    }

    private Mail file(String name, BankNotice... notices) {
        return new Mail(name, "digest of " + name, world.clock.instant(), new Content.Report(List.of(notices)));
    }

    private void readAll() {
        read.read(new ReadBankFiles.Command(100));
    }

    private Transaction aPayout() {
        return payOutFiat.payOut(new PayOutFiat.Command(
                world.caller, world.account.id(), beneficiary.id(), eur("10.00"), BankMethod.SEPA, Memo.EMPTY));
    }

    private static OrderStatus settled(Transaction payout) {
        return new OrderStatus(endToEndId(payout), Standing.SETTLED, "");
    }

    private static OrderStatus refused(Transaction payout) {
        return new OrderStatus(endToEndId(payout), Standing.REFUSED, "AC04");
    }

    private Debit debit(Transaction payout) {
        return new Debit("D" + endToEndId(payout), endToEndId(payout), "EUR", new BigDecimal("10.00"), world.clock.instant());
    }

    private Credit returned(Transaction payout, String reference, String amount) {
        return new Credit(
                reference, endToEndId(payout), "EUR", new BigDecimal(amount), "", "DE89", "", world.clock.instant(), "AC04");
    }

    private static String endToEndId(Transaction payout) {
        return payout.id().toString().substring("txn_".length());
    }

    private static String messageId() {
        return BankFile.messageId("main", 1);
    }

    private Transaction current() {
        return current(payout);
    }

    private Transaction current(Transaction payout) {
        return world.store.transactions().find(world.organization.id(), payout.id()).orElseThrow();
    }

    private String funds() {
        var balance = world.balance(Asset.EUR);
        return balance.available().decimal() + " + " + balance.locked().decimal();
    }
}
