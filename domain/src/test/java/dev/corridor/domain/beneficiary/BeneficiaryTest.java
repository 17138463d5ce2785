package dev.corridor.domain.beneficiary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryAlreadyArchived;
import dev.corridor.domain.beneficiary.Destination.BankAccount;
import dev.corridor.domain.beneficiary.Destination.BankAddress;
import dev.corridor.domain.beneficiary.Destination.CryptoAddress;
import dev.corridor.domain.beneficiary.Destination.IntermediaryBank;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class BeneficiaryTest {

    private static final Instant NOON = Instant.parse("2025-03-15T12:00:00Z");

    private final Beneficiary crypto = a(new CryptoAddress(ChainName.BASE_SEPOLIA, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"));
    private final Beneficiary bank = a(bankAccount(BankMethod.SEPA, Asset.EUR, "", "DE89370400440532013000", "", ""));

    @Test
    void a_crypto_beneficiary_is_paid_over_its_own_chain() {
        assertThat(crypto.addressOn(ChainName.BASE_SEPOLIA)).isEqualTo(crypto.destination());
        assertInvalid(() -> crypto.addressOn(ChainName.ETHEREUM_SEPOLIA), "The beneficiary is on BASE_SEPOLIA, not on ETHEREUM_SEPOLIA.");
        assertInvalid(
                () -> crypto.accountFor(BankMethod.WIRE, Asset.USD),
                "The beneficiary is a blockchain address; a fiat payout needs a bank account.");
    }

    @Test
    void a_bank_beneficiary_is_paid_by_its_own_method_in_its_own_currency() {
        assertThat(bank.accountFor(BankMethod.SEPA, Asset.EUR)).isEqualTo(bank.destination());
        assertInvalid(() -> bank.accountFor(BankMethod.WIRE, Asset.EUR), "The beneficiary is paid by SEPA, not by WIRE.");
        assertInvalid(() -> bank.accountFor(BankMethod.SEPA, Asset.USD), "The beneficiary is paid in EUR, not in USD.");
        assertInvalid(
                () -> bank.addressOn(ChainName.BASE_SEPOLIA),
                "The beneficiary is a bank account; a crypto payout needs a blockchain address.");
    }

    @Test
    void an_archived_beneficiary_is_neither_paid_nor_archived_again() {
        var archived = crypto.archive(NOON.plusSeconds(1));

        assertThat(archived.status()).isEqualTo(BeneficiaryStatus.ARCHIVED);
        for (ThrowingCallable call : List.<ThrowingCallable>of(() -> archived.archive(NOON), archived::requirePayable)) {
            assertThatThrownBy(call)
                    .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                            .isEqualTo(new BeneficiaryAlreadyArchived(crypto.id())));
        }
    }

    @Test
    void every_method_needs_what_reaches_the_account() {
        assertThat(bankAccount(BankMethod.SEPA, Asset.USD, "", "", "", "").faults(Environment.LIVE))
                .extracting(FieldFault::field)
                .containsExactly("currency", "iban");
        assertThat(bankAccount(BankMethod.ACH, Asset.EUR, "", "", "", "").faults(Environment.LIVE))
                .extracting(FieldFault::field)
                .containsExactly("currency", "accountNumber", "routingNumber");
        assertThat(bankAccount(BankMethod.WIRE, Asset.USDC, "123", "", "CHASUS33", "").faults(Environment.LIVE))
                .extracting(FieldFault::field)
                .containsExactly("currency");
        assertThat(bankAccount(BankMethod.WIRE, Asset.USD, "", "", "", "").faults(Environment.LIVE))
                .extracting(FieldFault::field)
                .containsExactly("accountNumber", "swiftCode");
        assertThat(bankAccount(BankMethod.WIRE, Asset.USD, "123", "", "CHASUS33", "").faults(Environment.LIVE)).isEmpty();
        assertThat(bankAccount(BankMethod.ACH, Asset.USD, "123", "", "", "021000021").faults(Environment.LIVE)).isEmpty();
    }

    @Test
    void a_chain_has_a_short_name_that_means_the_network_of_the_environment() {
        assertThat(ChainName.find("ethereum", Environment.SANDBOX)).contains(ChainName.ETHEREUM_SEPOLIA);
        assertThat(ChainName.find("ethereum", Environment.LIVE)).contains(ChainName.ETHEREUM_MAINNET);
        assertThat(ChainName.find("ETHEREUM_MAINNET", Environment.SANDBOX)).contains(ChainName.ETHEREUM_MAINNET);
        assertThat(ChainName.find("Ethereum", Environment.SANDBOX)).isEmpty();
        assertInvalid(
                () -> ChainName.ETHEREUM_MAINNET.requireEnvironment(Environment.SANDBOX),
                "The chain ETHEREUM_MAINNET is not available in the sandbox environment; available are ETHEREUM_SEPOLIA, ARBITRUM_SEPOLIA, "
                        + "BASE_SEPOLIA, SOLANA_DEVNET, TRON_NILE.");
    }

    @Test
    void logs_show_no_more_than_the_end_of_an_address_or_an_account() {
        assertThat(crypto.toString()).contains("…eAed").doesNotContain("0x5aAeb", "Ada");
        assertThat(bank.toString()).contains("…3000").doesNotContain("DE8937", "Ada");
    }

    private static void assertInvalid(ThrowingCallable call, String reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                        .isEqualTo(new InvalidRequest(reason)));
    }

    private static Beneficiary a(Destination destination) {
        return Beneficiary.register(
                new BeneficiaryId(new UUID(1, 1)),
                new OrganizationId(new UUID(2, 2)),
                new AccountId(new UUID(3, 3)),
                Optional.empty(),
                "Ada",
                destination,
                Identity.UNKNOWN,
                List.of(),
                Map.of(),
                NOON);
    }

    private static BankAccount bankAccount(
            BankMethod method, Asset currency, String accountNumber, String iban, String swiftCode, String routingNumber) {
        return new BankAccount(
                "Bank",
                method,
                currency,
                swiftCode,
                accountNumber,
                iban,
                routingNumber,
                new BankAddress("", "", "", "", ""),
                new IntermediaryBank("", "", ""));
    }
}
