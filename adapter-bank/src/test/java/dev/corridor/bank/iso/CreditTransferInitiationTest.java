package dev.corridor.bank.iso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.Destination.BankAccount;
import dev.corridor.domain.beneficiary.Destination.BankAddress;
import dev.corridor.domain.beneficiary.Destination.IntermediaryBank;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.BankOrder;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is written, a library reads that banks use too. Its model of the message is the schema: names, order, and what must be there. */
class CreditTransferInitiationTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:15:30.123Z");
    private static final PayingAccount ACCOUNT = new PayingAccount("Corridor", "DE89370400440532013000", "COBADEFF");

    private static final LibrarySchema SCHEMA = LibrarySchema.of(MxPain00100109.class);

    @Test
    void sepa_orders_are_read_as_they_were_given() {
        var first = order("1.00", "Zoë Müller", sepa(""));
        var second = order("999999999.99", "Ada & Co", sepa("DEUTDEFF"));

        var message = read(List.of(first, second));

        var header = message.getCstmrCdtTrfInitn().getGrpHdr();
        assertThat(header.getMsgId()).isEqualTo("main-0000000007");
        assertThat(header.getNbOfTxs()).isEqualTo("2");
        assertThat(header.getCtrlSum()).isEqualByComparingTo("1000000000.99");
        assertThat(message.getCstmrCdtTrfInitn().getPmtInf()).singleElement().satisfies(block -> {
            assertThat(block.getPmtInfId()).isEqualTo("main-0000000007");
            assertThat(block.isBtchBookg()).isFalse();
            assertThat(block.getPmtTpInf().getSvcLvl().getFirst().getCd()).isEqualTo("SEPA");
            assertThat(block.getReqdExctnDt().getDt()).hasToString("2026-03-02");
            assertThat(block.getDbtr().getNm()).isEqualTo("Corridor");
            assertThat(block.getDbtrAcct().getId().getIBAN()).isEqualTo("DE89370400440532013000");
            assertThat(block.getDbtrAgt().getFinInstnId().getBICFI()).isEqualTo("COBADEFF");
            assertThat(block.getChrgBr()).hasToString("SLEV");
            assertThat(block.getCdtTrfTxInf()).hasSize(2);
            var one = block.getCdtTrfTxInf().getFirst();
            assertThat(one.getPmtId().getEndToEndId()).isEqualTo(first.endToEndId()).hasSize(32);
            assertThat(one.getAmt().getInstdAmt().getCcy()).isEqualTo("EUR");
            assertThat(one.getAmt().getInstdAmt().getValue()).isEqualByComparingTo("1.00");
            assertThat(one.getCdtr().getNm()).isEqualTo("Zoe Muller");
            assertThat(one.getCdtrAcct().getId().getIBAN()).isEqualTo("FR1420041010050500013M02606");
            assertThat(one.getCdtrAgt()).isNull();
            assertThat(block.getCdtTrfTxInf().getLast().getCdtrAgt().getFinInstnId().getBICFI()).isEqualTo("DEUTDEFF");
            assertThat(block.getCdtTrfTxInf().getLast().getCdtr().getNm()).isEqualTo("Ada + Co");
        });
    }

    @Test
    void a_wire_goes_to_an_account_at_a_bank_with_a_routing_number_or_a_bic() {
        var routed = order("5.00", "Ada", wire("", "021000021", ""));
        var passedOn = order("5.00", "Ada", wire("CHASUS33", "021000021", "COBADEFF"));

        var orders = read(List.of(routed, passedOn)).getCstmrCdtTrfInitn().getPmtInf().getFirst();

        assertThat(orders.getPmtTpInf().getSvcLvl().getFirst().getCd()).isEqualTo("URGP");
        assertThat(orders.getChrgBr()).hasToString("SHAR");
        var one = orders.getCdtTrfTxInf().getFirst();
        assertThat(one.getCdtrAcct().getId().getOthr().getId()).isEqualTo("12345678");
        assertThat(one.getCdtrAgt().getFinInstnId().getClrSysMmbId().getClrSysId().getCd()).isEqualTo("USABA");
        assertThat(one.getCdtrAgt().getFinInstnId().getClrSysMmbId().getMmbId()).isEqualTo("021000021");
        var other = orders.getCdtTrfTxInf().getLast();
        assertThat(other.getCdtrAgt().getFinInstnId().getBICFI()).isEqualTo("CHASUS33");
        assertThat(other.getIntrmyAgt1().getFinInstnId().getBICFI()).isEqualTo("COBADEFF");
    }

    @Test
    void the_same_orders_make_the_same_file() {
        var order = order("1.00", "Ada", sepa(""));

        assertThat(CreditTransferInitiation.file("main", 7, List.of(order), ACCOUNT, NOW))
                .isEqualTo(CreditTransferInitiation.file("main", 7, List.of(order), ACCOUNT, NOW));
    }

    @Test
    void a_name_that_the_message_cannot_carry_is_refused() {
        var order = order("1.00", "汉", sepa(""));

        assertThatThrownBy(() -> CreditTransferInitiation.file("main", 7, List.of(order), ACCOUNT, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("letters");
    }

    private static MxPain00100109 read(List<BankOrder> orders) {
        var content = CreditTransferInitiation.file("main", 7, orders, ACCOUNT, NOW).content();
        SCHEMA.requireValid(content);
        return MxPain00100109.parse(content);
    }

    private static BankOrder order(String amount, String payee, BankAccount account) {
        return new BankOrder(
                new TransactionId(UUID.fromString("0190a6f0-0000-7000-8000-00000000000" + payee.length() % 10)),
                new OrganizationId(UUID.fromString("0190a6f0-0000-7000-8000-000000000000")),
                Money.of(amount, account.currency()),
                payee,
                account);
    }

    private static BankAccount sepa(String bic) {
        return account(BankMethod.SEPA, Asset.EUR, bic, "", "FR1420041010050500013M02606", "", "");
    }

    private static BankAccount wire(String bic, String routingNumber, String intermediary) {
        return account(BankMethod.WIRE, Asset.USD, bic, "12345678", "", routingNumber, intermediary);
    }

    private static BankAccount account(
            BankMethod method, Asset currency, String bic, String number, String iban, String routingNumber, String intermediary) {
        return new BankAccount(
                "A bank",
                method,
                currency,
                bic,
                number,
                iban,
                routingNumber,
                new BankAddress("", "", "", "", ""),
                new IntermediaryBank("", intermediary, ""));
    }
}
