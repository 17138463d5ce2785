package dev.corridor.bank.iso;

import dev.corridor.application.transaction.port.BankNotice;
import dev.corridor.application.transaction.port.BankNotice.FileStatus;
import dev.corridor.application.transaction.port.BankNotice.OrderStatus;
import dev.corridor.application.transaction.port.BankNotice.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The message pain.002: what has become of orders. What it says of single orders comes before what it says of a whole file.
 *
 * <p>Source of the codes: the ISO 20022 external code sets, "payment transaction status" and "status reason".
 */
final class StatusReport {

    /** The debit is final. ACSP is not among them: an order that is in process can still be refused. */
    private static final Set<String> SETTLED = Set.of("ACSC", "ACCC");

    private static final Set<String> REFUSED = Set.of("RJCT", "CANC");

    /** The bank refuses a second copy. What became of the first is another question, so this refuses nothing. */
    private static final Set<String> DUPLICATE = Set.of("AM05", "DU01", "DU02", "DU03", "DU04", "DU05", "DUPL");

    private StatusReport() {}

    static List<BankNotice> read(Element report) {
        var notices = new ArrayList<BankNotice>();
        report.all("OrgnlPmtInfAndSts", "TxInfAndSts").forEach(order -> notices.add(new OrderStatus(
                order.textAt("OrgnlEndToEndId"), standing(order.textAt("TxSts"), order), reason(order))));
        report.all("OrgnlPmtInfAndSts").flatMap(block -> ofFile(block, "OrgnlPmtInfId", "PmtInfSts")).forEach(notices::add);
        report.all("OrgnlGrpInfAndSts").flatMap(group -> ofFile(group, "OrgnlMsgId", "GrpSts")).forEach(notices::add);
        return notices;
    }

    /** Nothing if it has no status of its own. */
    private static Stream<BankNotice> ofFile(Element element, String messageId, String status) {
        return element.all(status).map(own -> new FileStatus(element.textAt(messageId), standing(own.text(), element), reason(element)));
    }

    private static Standing standing(String status, Element of) {
        if (SETTLED.contains(status)) {
            return Standing.SETTLED;
        }
        boolean isRefused = REFUSED.contains(status) && of.all("StsRsnInf", "Rsn").noneMatch(
                reason -> DUPLICATE.contains(reason.textAt("Cd")) || DUPLICATE.contains(reason.textAt("Prtry")));
        return isRefused ? Standing.REFUSED : Standing.OPEN;
    }

    private static String reason(Element of) {
        var reason = of.first("StsRsnInf");
        var texts = reason.stream().flatMap(info -> Stream.of(
                info.textAt("Rsn", "Cd"), info.textAt("Rsn", "Prtry"), info.textAt("AddtlInf")));
        return String.join(" ", texts.filter(text -> !text.isEmpty()).toList());
    }
}
