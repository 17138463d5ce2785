package dev.corridor.portal.transaction;

import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.portal.page.Written;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Payments for spreadsheets, as CSV (RFC 4180). */
final class PaymentTable {

    private static final List<String> COLUMNS = List.of(
            "transactionId", "accountId", "type", "status", "amount", "asset", "reference", "description", "createdAt", "updatedAt");

    /** With one of these first, spreadsheets take a text for a formula. Tabs and line ends before it do not help. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private PaymentTable() {}

    static String of(List<Transaction> payments) {
        return Stream.concat(Stream.of(COLUMNS), payments.stream().map(PaymentTable::row))
                .map(cells -> cells.stream().map(PaymentTable::quoted).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    private static List<String> row(Transaction payment) {
        return List.of(
                payment.id().toString(),
                payment.account().toString(),
                payment.type().name(),
                payment.status().name(),
                payment.amount().decimal(),
                payment.amount().asset().code(),
                payment.memo().reference().map(Reference::text).map(PaymentTable::harmless).orElse(""),
                harmless(payment.memo().description()),
                Written.iso(payment.createdAt()),
                Written.iso(payment.updatedAt()));
    }

    private static String harmless(String freeText) {
        var visible = freeText.strip();
        return !visible.isEmpty() && FORMULA.indexOf(visible.charAt(0)) >= 0 ? "'" + freeText : freeText;
    }

    private static String quoted(String cell) {
        return cell.chars().anyMatch(letter -> ",\"\r\n".indexOf(letter) >= 0) ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
    }
}
