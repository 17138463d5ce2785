package dev.corridor.bank.testing;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Messages as a bank writes them to the holder of an account in euros. */
public final class BankMessages {

    private BankMessages() {}

    /** pain.002.001.10 about one order. */
    public static String status(String messageId, String endToEndId, String status, String reason) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>STATUS-1</MsgId><CreDtTm>2026-03-02T12:00:00Z</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId></OrgnlGrpInfAndSts>
                <OrgnlPmtInfAndSts><OrgnlPmtInfId>%s</OrgnlPmtInfId>
                <TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>%s</TxInfAndSts>
                </OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>
                """.formatted(messageId, messageId, endToEndId, status, reasonOf(reason));
    }

    /** pain.002.001.10 about a whole file. */
    public static String fileStatus(String messageId, String status, String reason) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
                <GrpHdr><MsgId>STATUS-2</MsgId><CreDtTm>2026-03-02T12:00:00Z</CreDtTm></GrpHdr>
                <OrgnlGrpInfAndSts><OrgnlMsgId>%s</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><GrpSts>%s</GrpSts>%s</OrgnlGrpInfAndSts>
                </CstmrPmtStsRpt></Document>
                """.formatted(messageId, status, reasonOf(reason));
    }

    private static String reasonOf(String code) {
        return code.isEmpty() ? "" : "<StsRsnInf><Rsn><Cd>%s</Cd></Rsn></StsRsnInf>".formatted(code);
    }

    /** camt.054.001.08 with these entries. */
    public static String notification(String iban, String... entries) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
                <GrpHdr><MsgId>NOTE-1</MsgId><CreDtTm>2026-03-02T12:00:00Z</CreDtTm></GrpHdr>
                <Ntfctn><Id>N1</Id><Acct><Id><IBAN>%s</IBAN></Id><Ccy>EUR</Ccy></Acct>
                %s</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
                """.formatted(iban, Arrays.stream(entries).collect(Collectors.joining()));
    }

    /** camt.053.001.08 with these entries. */
    public static String statement(String iban, String... entries) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
                <GrpHdr><MsgId>STMT-1</MsgId><CreDtTm>2026-03-02T23:00:00Z</CreDtTm></GrpHdr>
                <Stmt><Id>S1</Id><Acct><Id><IBAN>%s</IBAN></Id><Ccy>EUR</Ccy></Acct>
                <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-03-02</Dt></Dt></Bal>
                %s</Stmt></BkToCstmrStmt></Document>
                """.formatted(iban, Arrays.stream(entries).collect(Collectors.joining()));
    }

    /** camt.053.001.08 of a day, with its balances; a negative one is overdrawn. */
    public static String statementOfDay(String iban, String id, String day, String opening, String closing, String... entries) {
        return statement(iban, entries)
                .replace("<Stmt><Id>S1</Id>", "<Stmt><Id>" + id + "</Id>")
                .replaceFirst("<Bal>.*</Bal>", balance("OPBD", opening, day) + balance("CLBD", closing, day));
    }

    private static String balance(String type, String amount, String day) {
        return "<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>"
                .formatted(type, amount.replace("-", ""), amount.startsWith("-") ? "DBIT" : "CRDT", day);
    }

    /** A payout that has left. */
    public static String debit(String reference, String endToEndId, String amount) {
        return entry(reference, "DBIT", amount, "<Refs><EndToEndId>%s</EndToEndId></Refs>".formatted(endToEndId));
    }

    /** A payout that has come back. */
    public static String returned(String reference, String endToEndId, String amount, String reason) {
        return entry(
                reference,
                "CRDT",
                amount,
                "<Refs><EndToEndId>%s</EndToEndId></Refs><RtrInf><Rsn><Cd>%s</Cd></Rsn></RtrInf>".formatted(endToEndId, reason));
    }

    /** Money of a payer, with what the payer has written. */
    public static String credit(String reference, String amount, String payer, String payeeIban, String remittance) {
        return entry(
                reference,
                "CRDT",
                amount,
                """
                        <Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
                        <RltdPties><Dbtr><Pty><Nm>%s</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>FR1420041010050500013M02606</IBAN></Id></DbtrAcct>
                        <CdtrAcct><Id><IBAN>%s</IBAN></Id></CdtrAcct></RltdPties>
                        <RmtInf><Ustrd>%s</Ustrd></RmtInf>
                        """.formatted(payer, payeeIban, remittance));
    }

    private static String entry(String reference, String direction, String amount, String details) {
        return """
                <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt>
                <AcctSvcrRef>%s</AcctSvcrRef><BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd><NtryDtls><TxDtls>%s</TxDtls></NtryDtls></Ntry>
                """.formatted(amount, direction, reference, details);
    }
}
