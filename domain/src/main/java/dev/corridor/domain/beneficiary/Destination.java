package dev.corridor.domain.beneficiary;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.organization.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a beneficiary's money goes. Texts are empty where nothing was given. */
public sealed interface Destination {

    BeneficiaryType type();

    /** What is wrong with it, by field: money could never get there in that environment. */
    List<FieldFault> faults(Environment environment);

    /** An address on a blockchain, as its owner wrote it. */
    record CryptoAddress(ChainName chain, String address) implements Destination {

        @Override
        public BeneficiaryType type() {
            return BeneficiaryType.CRYPTO;
        }

        /** @throws BusinessException an invalid request, if the chain is of the other environment */
        @Override
        public List<FieldFault> faults(Environment environment) {
            chain.requireEnvironment(environment);
            return faultOf(chain.platform(), address, environment).stream().toList();
        }

        /** The chains of one platform have the same addresses. */
        public static Optional<FieldFault> faultOf(ChainName.Platform platform, String address, Environment environment) {
            if (platform.decode(address).isEmpty()) {
                return Optional.of(new FieldFault("address", "must be an address of the chain, its checksum included"));
            }
            return LostAddress.isLost(platform, address, environment)
                    ? Optional.of(new FieldFault("address", "must not be a burn, system or token address: what is sent there is lost"))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return chain + ":" + Masked.text(address);
        }
    }

    /**
     * Another organization, which is paid inside the house.
     *
     * @param handle as it was when it was registered; whatever happens to the handle, the organization stays the same
     */
    record NetworkParty(NetworkHandle handle, OrganizationId organization) implements Destination {

        @Override
        public BeneficiaryType type() {
            return BeneficiaryType.NXOSNET;
        }

        @Override
        public List<FieldFault> faults(Environment environment) {
            return List.of();
        }

        @Override
        public String toString() {
            return "network:" + handle;
        }
    }

    /** A bank account, and the bank it is held at. */
    record BankAccount(
            String bankName,
            BankMethod method,
            Asset currency,
            String swiftCode,
            String accountNumber,
            String iban,
            String routingNumber,
            BankAddress bankAddress,
            IntermediaryBank intermediary)
            implements Destination {

        /** Source: the Nacha Operating Rules, appendix three, "DFI account number": 17 characters. */
        private static final Pattern ACH_ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,16}");

        private static final String ACH_ACCOUNT_REASON = "must have at most 17 letters, digits and hyphens for ACH";

        @Override
        public BeneficiaryType type() {
            return BeneficiaryType.BANK;
        }

        /**
         * Banks hold fiat assets only. SEPA needs euros and an IBAN of one of its countries; ACH dollars, an account and a routing number; a
         * wire an IBAN, or an account number together with a SWIFT code or a routing number; SWIFT its code, and an IBAN or an account number. Where there is an IBAN, the bank is where it says.
         */
        @Override
        public List<FieldFault> faults(Environment environment) {
            var faults = new Faults();
            faults.require(currency.kind() == Asset.Kind.FIAT, "currency", "must be a currency that banks hold");
            switch (method) {
                case SEPA -> {
                    faults.require(currency.equals(Asset.EUR), "currency", "must be EUR for SEPA");
                    requireGiven(iban, "iban", faults);
                }
                case ACH -> {
                    faults.require(currency.equals(Asset.USD), "currency", "must be USD for ACH");
                    requireGiven(accountNumber, "accountNumber", faults);
                    requireGiven(routingNumber, "routingNumber", faults);
                    faults.requireIfGiven(accountNumber, ACH_ACCOUNT.asMatchPredicate(), "accountNumber", ACH_ACCOUNT_REASON);
                }
                case WIRE -> {
                    if (iban.isEmpty()) {
                        requireGiven(accountNumber, "accountNumber", faults);
                        requireGiven(swiftCode + routingNumber, "swiftCode", faults);
                    }
                }
                case SWIFT -> {
                    requireGiven(swiftCode, "swiftCode", faults);
                    requireGiven(iban + accountNumber, "iban", faults);
                }
            }
            requireForms(environment, faults);
            if (new Iban().accepts(iban)) {
                requireBankOf(Iban.countryOf(iban), faults);
            }
            return faults.all();
        }

        private void requireGiven(String text, String field, Faults faults) {
            faults.require(!text.isEmpty(), field, "is required for " + method);
        }

        private void requireForms(Environment environment, Faults faults) {
            faults.requireIfGiven(iban, new Iban(), "iban");
            faults.requireIfGiven(routingNumber, new RoutingNumber(), "routingNumber");
            faults.requireIfGiven(bankAddress.country, new Country(), "bankCountry");
            requireBic(swiftCode, "swiftCode", environment, faults);
            requireBic(intermediary.swiftCode, "intermediarySwiftCode", environment, faults);
        }

        private static void requireBic(String code, String field, Environment environment, Faults faults) {
            faults.requireIfGiven(code, new Bic(), field);
            if (environment == Environment.LIVE && new Bic().accepts(code)) {
                faults.require(!Bic.isTest(code), field, "must not be a BIC for test and training");
            }
        }

        private void requireBankOf(String ibanCountry, Faults faults) {
            var reason = "must be of the country of the IBAN, " + ibanCountry;
            faults.requireIfGiven(bankAddress.country, country -> Country.usesIbanOf(country, ibanCountry), "bankCountry", reason);
            if (new Bic().accepts(swiftCode)) {
                faults.require(Country.usesIbanOf(Bic.countryOf(swiftCode), ibanCountry), "swiftCode", reason);
            }
            if (method == BankMethod.SEPA) {
                faults.require(Country.isInSepa(ibanCountry), "iban", "must be of a country in SEPA");
                faults.requireIfGiven(bankAddress.country, Country::isInSepa, "bankCountry", "must be in SEPA");
                if (new Bic().accepts(swiftCode)) {
                    faults.require(Country.isInSepa(Bic.countryOf(swiftCode)), "swiftCode", "must be of a country in SEPA");
                }
            }
        }

        @Override
        public String toString() {
            return bankName + " " + method + " " + currency + " " + Masked.text(iban.isEmpty() ? accountNumber : iban);
        }
    }

    /** Where the bank is. */
    record BankAddress(String country, String line1, String city, String region, String zipCode) {}

    /** A bank that passes the money on, if the beneficiary's bank needs one. */
    record IntermediaryBank(String name, String swiftCode, String address) {}
}
