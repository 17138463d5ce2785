package dev.corridor.bank.iso;

import dev.corridor.application.transaction.port.BankNotice;
import dev.corridor.application.transaction.port.BankNotice.Credit;
import dev.corridor.application.transaction.port.BankNotice.Debit;
import dev.corridor.application.transaction.port.BankNotice.Statement;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The messages camt.053 (a day's statement) and camt.054 (a notification): what has been booked to the account. The same entry stands in both, with the
 * same reference of the bank. What is only expected is left out.
 */
final class AccountReport {

    private static final String BOOKED = "BOOK";
    private static final String DEBIT = "DBIT";
    private static final String OPENING = "OPBD";
    private static final String CLOSED_BEFORE = "PRCD";
    private static final String CLOSING = "CLBD";

    private final PayingAccount account;
    private final List<BankNotice> notices = new ArrayList<>();
    private int entries;

    private AccountReport(PayingAccount account) {
        this.account = account;
    }

    static List<BankNotice> read(Stream<Element> reports, PayingAccount account) {
        var reader = new AccountReport(account);
        reports.forEach(reader::readReport);
        return reader.notices;
    }

    private void readReport(Element report) {
        var iban = report.textAt("Acct", "Id", "IBAN");
        if (!iban.equals(account.iban())) {
            throw new UnreadableMessage("is about another account");
        }
        var booked = report.all("Ntry").filter(entry -> status(entry).equals(BOOKED)).toList();
        booked.forEach(entry -> readEntry(entry, report.textAt("Id")));
        balance(report, CLOSING).ifPresent(closing -> notices.add(statement(report, closing, booked)));
    }

    private static Optional<Element> balance(Element report, String type) {
        return report.all("Bal").filter(balance -> balance.textAt("Tp", "CdOrPrtry", "Cd").equals(type)).findFirst();
    }

    private static Statement statement(Element report, Element closing, List<Element> booked) {
        return new Statement(
                report.textAt("Id"),
                closing.first("Amt").map(Element::currency).orElse(""),
                balance(report, OPENING).or(() -> balance(report, CLOSED_BEFORE)).map(AccountReport::signed),
                signed(closing),
                booked.stream().map(AccountReport::signed).reduce(BigDecimal.ZERO, BigDecimal::add),
                dayOf(closing));
    }

    /** A balance or an entry. */
    private static BigDecimal signed(Element amount) {
        var number = number(amount.textAt("Amt"));
        return amount.textAt("CdtDbtInd").equals(DEBIT) ? number.negate() : number;
    }

    private static LocalDate dayOf(Element balance) {
        var date = balance.textAt("Dt", "Dt");
        try {
            return LocalDate.parse(date.isEmpty() ? balance.textAt("Dt", "DtTm").split("T")[0] : date);
        } catch (DateTimeException e) {
            throw new UnreadableMessage("has a balance without its date");
        }
    }

    /** A code of its own since version 8 of the message, a text before. */
    private static String status(Element entry) {
        var code = entry.textAt("Sts", "Cd");
        return code.isEmpty() ? entry.textAt("Sts") : code;
    }

    private void readEntry(Element entry, String report) {
        var transactions = entry.all("NtryDtls", "TxDtls").toList();
        if (transactions.size() < 2) {
            notices.add(notice(entry, transactions.stream().findFirst().orElse(entry), "", report));
        } else {
            for (int i = 0; i < transactions.size(); i++) {
                notices.add(notice(entry, transactions.get(i), "/" + (i + 1), report));
            }
        }
    }

    /** @param position within a collective entry; empty if it has one transaction */
    private BankNotice notice(Element entry, Element transaction, String position, String report) {
        entries++;
        var amount = amount(entry, transaction, position.isEmpty());
        var endToEndId = transaction.textAt("Refs", "EndToEndId");
        return switch (direction(entry, transaction)) {
            case DEBIT -> new Debit(
                    reference(entry, transaction, position).orElse(report + "#" + entries),
                    endToEndId,
                    amount.currency(),
                    number(amount.text()),
                    bookedAt(entry));
            case "CRDT" -> new Credit(
                    reference(entry, transaction, position)
                            .orElseThrow(() -> new UnreadableMessage("has a credit without a reference of the bank (AcctSvcrRef)")),
                    endToEndId,
                    amount.currency(),
                    number(amount.text()),
                    payer(transaction),
                    payee(transaction),
                    remittance(transaction),
                    bookedAt(entry),
                    returnReason(transaction));
            default -> throw new UnreadableMessage("has an entry that is neither a debit nor a credit");
        };
    }

    private static String direction(Element entry, Element transaction) {
        var own = transaction.textAt("CdtDbtInd");
        return own.isEmpty() ? entry.textAt("CdtDbtInd") : own;
    }

    private static Element amount(Element entry, Element transaction, boolean isAlone) {
        return transaction.first("Amt")
                .or(() -> transaction.first("AmtDtls", "TxAmt", "Amt"))
                .or(() -> isAlone ? entry.first("Amt") : Optional.empty())
                .orElseThrow(() -> new UnreadableMessage("has a transaction without an amount"));
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new UnreadableMessage("has an amount that is no number");
        }
    }

    /** By it the same money is known again in another message. */
    private static Optional<String> reference(Element entry, Element transaction, String position) {
        var own = transaction.textAt("Refs", "AcctSvcrRef");
        var whole = entry.textAt("AcctSvcrRef");
        return own.isEmpty() ? Optional.of(whole + position).filter(reference -> !whole.isEmpty()) : Optional.of(own);
    }

    /** Parties have a level more since version 8 of the message. */
    private static String payer(Element transaction) {
        return Stream.of(
                transaction.textAt("RltdPties", "Dbtr", "Pty", "Nm"),
                transaction.textAt("RltdPties", "Dbtr", "Nm"),
                transaction.textAt("RltdPties", "DbtrAcct", "Id", "IBAN"),
                transaction.textAt("RltdPties", "DbtrAcct", "Id", "Othr", "Id"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The number that the payer has used, which may be a virtual one of this account. */
    private String payee(Element transaction) {
        var used = transaction.textAt("RltdPties", "CdtrAcct", "Id", "IBAN");
        return used.isEmpty() ? account.iban() : used;
    }

    private static String remittance(Element transaction) {
        return Stream.concat(
                transaction.all("RmtInf", "Ustrd"),
                transaction.all("RmtInf", "Strd", "CdtrRefInf", "Ref"))
                .map(Element::text)
                .collect(Collectors.joining(" "));
    }

    private static Instant bookedAt(Element entry) {
        var date = entry.textAt("BookgDt", "Dt");
        var time = entry.textAt("BookgDt", "DtTm");
        try {
            return time.isEmpty() ? LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant() : instant(time);
        } catch (DateTimeException e) {
            throw new UnreadableMessage("has an entry without the date of its booking");
        }
    }

    /** Without an offset it is the bank's own time, of which no more is known. */
    private static Instant instant(String time) {
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
        }
    }

    private static String returnReason(Element transaction) {
        return Stream.of(
                transaction.textAt("RtrInf", "Rsn", "Cd"),
                transaction.textAt("RtrInf", "Rsn", "Prtry"),
                transaction.textAt("RtrInf", "AddtlInf"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
