package dev.corridor.bank.iso;

import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Destination.BankAccount;
import dev.corridor.domain.beneficiary.SchemeText;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.BankFile;
import dev.corridor.domain.transaction.BankOrder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * Payment orders as the message pain.001.001.09, with one block of orders. Each order is booked by itself, so that a statement names its end-to-end id.
 *
 * <p>Sources: the ISO 20022 message definition; for SEPA the European Payments Council's EPC132-08 (customer-to-bank implementation guidelines).
 */
public final class CreditTransferInitiation {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private final XmlDocument document;
    private final PayingAccount account;

    private CreditTransferInitiation(XmlDocument document, PayingAccount account) {
        this.document = document;
        this.account = account;
    }

    /** @param orders one or more, all of one method and asset */
    public static BankFile file(String bank, long number, List<BankOrder> orders, PayingAccount account, Instant now) {
        var messageId = BankFile.messageId(bank, number);
        var content = XmlDocument.of(
                NAMESPACE, document -> new CreditTransferInitiation(document, account).write(messageId, orders, now));
        return new BankFile(bank, number, content);
    }

    private void write(String messageId, List<BankOrder> orders, Instant now) throws XMLStreamException {
        var method = orders.getFirst().account().method();
        document.element("CstmrCdtTrfInitn", () -> {
            document.element("GrpHdr", () -> {
                document.element("MsgId", messageId);
                document.element("CreDtTm", now.truncatedTo(ChronoUnit.SECONDS).toString());
                writeTotals(orders);
                document.path(account.holder(), "InitgPty", "Nm");
            });
            document.element("PmtInf", () -> {
                document.element("PmtInfId", messageId);
                document.element("PmtMtd", "TRF");
                document.element("BtchBookg", "false");
                writeTotals(orders);
                document.path(serviceLevel(method), "PmtTpInf", "SvcLvl", "Cd");
                document.path(now.atOffset(ZoneOffset.UTC).toLocalDate().toString(), "ReqdExctnDt", "Dt");
                document.path(account.holder(), "Dbtr", "Nm");
                document.path(account.iban(), "DbtrAcct", "Id", "IBAN");
                document.path(account.bic(), "DbtrAgt", "FinInstnId", "BICFI");
                document.element("ChrgBr", chargeBearer(method));
                for (var order : orders) {
                    document.element("CdtTrfTxInf", () -> write(order));
                }
            });
        });
    }

    private void writeTotals(List<BankOrder> orders) throws XMLStreamException {
        document.element("NbOfTxs", String.valueOf(orders.size()));
        document.element("CtrlSum", orders.stream().map(BankOrder::amount).reduce(Money::plus).orElseThrow().decimal());
    }

    private void write(BankOrder order) throws XMLStreamException {
        document.element("PmtId", () -> {
            document.element("InstrId", order.endToEndId());
            document.element("EndToEndId", order.endToEndId());
        });
        document.element("Amt", () -> document.element("InstdAmt", Map.of("Ccy", order.amount().asset().code()), order.amount().decimal()));
        writeBanks(order.account());
        document.path(carried(order.payee()), "Cdtr", "Nm");
        if (order.account().iban().isEmpty()) {
            document.path(order.account().accountNumber(), "CdtrAcct", "Id", "Othr", "Id");
        } else {
            document.path(order.account().iban(), "CdtrAcct", "Id", "IBAN");
        }
    }

    /** Within SEPA the IBAN alone finds the bank. A routing number is a member of the clearing system of the United States. */
    private void writeBanks(BankAccount payee) throws XMLStreamException {
        if (payee.method() != BankMethod.SEPA && !payee.intermediary().swiftCode().isEmpty()) {
            document.path(payee.intermediary().swiftCode(), "IntrmyAgt1", "FinInstnId", "BICFI");
        }
        if (!payee.swiftCode().isEmpty()) {
            document.path(payee.swiftCode(), "CdtrAgt", "FinInstnId", "BICFI");
        } else if (!payee.routingNumber().isEmpty() && payee.method() != BankMethod.SEPA) {
            document.element("CdtrAgt", () -> document.element("FinInstnId", () -> document.element("ClrSysMmbId", () -> {
                document.path("USABA", "ClrSysId", "Cd");
                document.element("MmbId", payee.routingNumber());
            })));
        }
    }

    private static String carried(String name) {
        return SchemeText.of(name).orElseThrow(() -> new IllegalArgumentException("the payee's name has letters that the message cannot carry"));
    }

    private static String serviceLevel(BankMethod method) {
        return switch (method) {
            case SEPA -> "SEPA";
            case WIRE, SWIFT -> "URGP";
            case ACH -> throw new IllegalArgumentException("ACH has files of its own");
        };
    }

    /** Shared: each side pays its own bank. SEPA's code for the same is the scheme's. */
    private static String chargeBearer(BankMethod method) {
        return switch (method) {
            case SEPA -> "SLEV";
            case WIRE, SWIFT -> "SHAR";
            case ACH -> throw new IllegalArgumentException("ACH has files of its own");
        };
    }
}
