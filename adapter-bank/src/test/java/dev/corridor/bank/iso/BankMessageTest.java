package dev.corridor.bank.iso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.MxPain00200110;
import dev.corridor.application.transaction.port.BankNotice;
import dev.corridor.application.transaction.port.BankNotice.Credit;
import dev.corridor.application.transaction.port.BankNotice.Debit;
import dev.corridor.application.transaction.port.BankNotice.FileStatus;
import dev.corridor.application.transaction.port.BankNotice.OrderStatus;
import dev.corridor.application.transaction.port.BankNotice.Standing;
import dev.corridor.application.transaction.port.BankNotice.Statement;
import dev.corridor.bank.testing.BankMessages;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankMessageTest {

    private static final String IBAN = "DE89370400440532013000";
    private static final PayingAccount ACCOUNT = new PayingAccount("Corridor", IBAN, "COBADEFF");
    private static final String PAYOUT = "0190a6f0000070008000000000000001";

    /** So that what is read here is what banks write. */
    @Test
    void the_messages_of_these_tests_are_what_the_library_takes_them_for() {
        var pain002 = LibrarySchema.of(MxPain00200110.class);
        pain002.requireValid(BankMessages.status("main-0000000007", PAYOUT, "RJCT", "AC04"));
        pain002.requireValid(BankMessages.fileStatus("main-0000000007", "RJCT", "FF01"));
        LibrarySchema.of(MxCamt05400108.class).requireValid(BankMessages.notification(
                IBAN, BankMessages.debit("R1", PAYOUT, "1.00"), BankMessages.returned("R2", PAYOUT, "1.00", "AC04")));
        LibrarySchema.of(MxCamt05300108.class)
                .requireValid(BankMessages.statement(IBAN, BankMessages.credit("R3", "1.00", "Ada", IBAN, "CORR 1")));
    }

    @ParameterizedTest
    @CsvSource({
        "ACSC, '',   SETTLED",
        "ACCC, '',   SETTLED",
        "ACSP, '',   OPEN",
        "ACTC, '',   OPEN",
        "PDNG, '',   OPEN",
        "RJCT, AC04, REFUSED",
        "CANC, '',   REFUSED",
        "RJCT, AM05, OPEN",
        "RJCT, DU01, OPEN",
        "XXXX, '',   OPEN"
    })
    void only_a_certain_word_is_final(String status, String reason, Standing standing) {
        assertThat(read(BankMessages.status("main-0000000007", PAYOUT, status, reason)))
                .contains(new OrderStatus(PAYOUT, standing, reason))
                .filteredOn(notice -> notice instanceof FileStatus)
                .allSatisfy(notice -> assertThat(((FileStatus) notice).standing()).isEqualTo(Standing.OPEN));
        assertThat(read(BankMessages.fileStatus("main-0000000007", status, reason)))
                .containsExactly(new FileStatus("main-0000000007", standing, reason));
    }

    @Test
    void entries_say_what_has_left_and_what_has_come() {
        var notices = read(BankMessages.statement(
                IBAN,
                BankMessages.debit("R1", PAYOUT, "10.00"),
                BankMessages.returned("R2", PAYOUT, "4.5", "AC04"),
                BankMessages.credit("R3", "7.00000", "Zoë", "DE02120300000000202051", "CORR 1")));

        assertThat(notices).containsExactly(
                new Debit("R1", PAYOUT, "EUR", new BigDecimal("10.00"), Instant.parse("2026-03-02T00:00:00Z")),
                new Credit(
                        "R2", PAYOUT, "EUR", new BigDecimal("4.5"), "", IBAN, "", Instant.parse("2026-03-02T00:00:00Z"), "AC04"),
                new Credit(
                        "R3",
                        "NOTPROVIDED",
                        "EUR",
                        new BigDecimal("7.00000"),
                        "Zoë, FR1420041010050500013M02606",
                        "DE02120300000000202051",
                        "CORR 1",
                        Instant.parse("2026-03-02T00:00:00Z"),
                        ""),
                new Statement("S1", "EUR", Optional.empty(), new BigDecimal("0.00"), new BigDecimal("1.50000"), LocalDate.parse("2026-03-02")));
    }

    @Test
    void a_statement_says_how_the_account_stood_before_and_after() {
        var message = BankMessages.statementOfDay(
                IBAN, "S7", "2026-03-05", "-2.00", "5.50", BankMessages.debit("R1", PAYOUT, "10.00"),
                BankMessages.credit("R3", "17.50", "Ada", IBAN, ""));

        assertThat(read(message)).last().isEqualTo(new Statement(
                "S7",
                "EUR",
                Optional.of(new BigDecimal("-2.00")),
                new BigDecimal("5.50"),
                new BigDecimal("7.50"),
                LocalDate.parse("2026-03-05")));
        LibrarySchema.of(MxCamt05300108.class).requireValid(message);
    }

    @Test
    void a_debit_without_a_reference_of_the_bank_is_named_by_its_place() {
        var debit = BankMessages.debit("R1", "", "10.00").replace("<AcctSvcrRef>R1</AcctSvcrRef>", "");

        assertThat(read(BankMessages.notification(IBAN, debit))).singleElement()
                .satisfies(notice -> assertThat(((Debit) notice).reference()).isEqualTo("N1#1"));
    }

    @Test
    void the_same_entry_has_the_same_reference_in_both_messages() {
        var entry = BankMessages.credit("R3", "7.00", "Ada", IBAN, "CORR 1");

        assertThat(read(BankMessages.statement(IBAN, entry))).startsWith(read(BankMessages.notification(IBAN, entry)).getFirst());
    }

    @Test
    void each_transaction_of_a_collective_entry_has_a_reference_of_its_own() {
        var collective = """
                <Ntry><Amt Ccy="EUR">3.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><DtTm>2026-03-02T10:00:00+01:00</DtTm></BookgDt>
                <AcctSvcrRef>R9</AcctSvcrRef><NtryDtls>
                <TxDtls><Amt Ccy="EUR">1.00</Amt></TxDtls>
                <TxDtls><Refs><AcctSvcrRef>R9b</AcctSvcrRef></Refs><AmtDtls><TxAmt><Amt Ccy="EUR">2.00</Amt></TxAmt></AmtDtls></TxDtls>
                </NtryDtls></Ntry>
                """;

        assertThat(read(BankMessages.notification(IBAN, collective)).stream().map(Credit.class::cast))
                .extracting(Credit::reference, Credit::amount, Credit::bookedAt)
                .containsExactly(
                        tuple("R9/1", new BigDecimal("1.00"), Instant.parse("2026-03-02T09:00:00Z")),
                        tuple("R9b", new BigDecimal("2.00"), Instant.parse("2026-03-02T09:00:00Z")));
    }

    @Test
    void what_is_only_expected_is_left_out() {
        var expected = BankMessages.credit("R3", "7.00", "Ada", IBAN, "").replace("<Cd>BOOK</Cd>", "<Cd>PDNG</Cd>");

        assertThat(read(BankMessages.notification(IBAN, expected))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DE89370400440532013000          | FR1420041010050500013M02606    | is about another account
            <AcctSvcrRef>R3</AcctSvcrRef>   | ''                             | has a credit without a reference of the bank (AcctSvcrRef)
            <Amt Ccy="EUR">7.00</Amt>       | ''                             | has a transaction without an amount
            <Amt Ccy="EUR">7.00</Amt>       | <Amt Ccy="EUR">1,000</Amt>     | has an amount that is no number
            <CdtDbtInd>CRDT</CdtDbtInd>     | <CdtDbtInd>BOTH</CdtDbtInd>    | has an entry that is neither a debit nor a credit
            <BookgDt><Dt>2026-03-02         | <BookgDt><Dt>soon              | has an entry without the date of its booking
            BkToCstmrDbtCdtNtfctn           | BkToCstmrAcctRpt               | is neither pain.002 nor camt.053 nor camt.054, but BkToCstmrAcctRpt
            Document                        | Letter                         | is no ISO 20022 document
            """)
    void what_is_not_understood_is_refused_whole(String text, String instead, String reason) {
        var message = BankMessages.notification(IBAN, BankMessages.credit("R3", "7.00", "Ada", "", ""));

        assertThatThrownBy(() -> read(message.replace(text, instead))).isInstanceOf(UnreadableMessage.class).hasMessage(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Document>&x;</Document>",
        "<!DOCTYPE Document [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><Document>&b;</Document>",
        "<!DOCTYPE Document SYSTEM \"http://127.0.0.1:1/x.dtd\"><Document/>"
    })
    void a_file_that_defines_its_own_type_is_refused(String message) {
        assertThatThrownBy(() -> read(message)).isInstanceOf(UnreadableMessage.class).hasMessage("has a document type definition");
    }

    @Test
    void a_file_without_end_or_bottom_is_refused() {
        var message = BankMessages.status("main-0000000007", PAYOUT, "ACSC", "");

        assertThatThrownBy(() -> read(message.substring(0, message.length() / 2)))
                .isInstanceOfSatisfying(UnreadableMessage.class, cut -> assertThat(cut.mayBeUnfinished()).isTrue());
        assertThatThrownBy(() -> read("")).isInstanceOfSatisfying(UnreadableMessage.class, cut -> assertThat(cut.mayBeUnfinished()).isTrue());
        assertThatThrownBy(() -> read("<a>".repeat(100) + "</a>".repeat(100)))
                .isInstanceOf(UnreadableMessage.class)
                .hasMessage("has more than 64 levels");
    }

    private static List<BankNotice> read(String message) {
        return BankMessage.read(message.getBytes(StandardCharsets.UTF_8), ACCOUNT);
    }
}
