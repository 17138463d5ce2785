package dev.corridor.bank.iso;

import dev.corridor.application.transaction.port.BankNotice;
import java.util.List;

/** A message of the bank, of any version of the kinds that are understood. */
public final class BankMessage {

    private BankMessage() {}

    /**
     * What it says.
     *
     * @throws UnreadableMessage if it is no such message, or about another account
     */
    public static List<BankNotice> read(byte[] content, PayingAccount account) {
        var document = Element.read(content);
        var message = document.children().stream()
                .filter(child -> document.name().equals("Document"))
                .findFirst()
                .orElseThrow(() -> new UnreadableMessage("is no ISO 20022 document"));
        return switch (message.name()) {
            case "CstmrPmtStsRpt" -> StatusReport.read(message);
            case "BkToCstmrStmt" -> AccountReport.read(message.all("Stmt"), account);
            case "BkToCstmrDbtCdtNtfctn" -> AccountReport.read(message.all("Ntfctn"), account);
            default -> throw new UnreadableMessage("is neither pain.002 nor camt.053 nor camt.054, but " + message.name());
        };
    }
}
