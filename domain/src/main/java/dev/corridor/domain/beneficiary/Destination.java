package dev.corridor.domain.beneficiary;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.Environment;
import java.util.ArrayList;
import java.util.List;

/** Where a beneficiary's money goes. Texts are empty where nothing was given. */
public sealed interface Destination {

    BeneficiaryType type();

    /** Refuses what could never be paid in that environment. */
    void requireUsableIn(Environment environment);

    /** An address on a blockchain, as its owner wrote it. */
    record CryptoAddress(ChainName chain, String address) implements Destination {

        @Override
        public BeneficiaryType type() {
            return BeneficiaryType.CRYPTO;
        }

        @Override
        public void requireUsableIn(Environment environment) {
            chain.requireEnvironment(environment);
        }

        @Override
        public String toString() {
            return chain + ":" + Masked.text(address);
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

        @Override
        public BeneficiaryType type() {
            return BeneficiaryType.BANK;
        }

        @Override
        public void requireUsableIn(Environment environment) {
            var faults = faults();
            if (!faults.isEmpty()) {
                throw new BusinessException(new ValidationError(faults));
            }
        }

        /**
         * What is still wrong before money can reach the account. Banks hold fiat assets only. SEPA needs euros and an IBAN; ACH
         * dollars, an account and a routing number; a wire an IBAN, or an account number together with a SWIFT code or a routing number.
         */
        public List<FieldFault> faults() {
            var faults = new ArrayList<FieldFault>();
            if (currency.kind() != Asset.Kind.FIAT) {
                faults.add(new FieldFault("currency", "must be a currency that banks hold"));
            }
            switch (method) {
                case SEPA -> {
                    requireCurrency(Asset.EUR, faults);
                    require(!iban.isEmpty(), "iban", faults);
                }
                case ACH -> {
                    requireCurrency(Asset.USD, faults);
                    require(!accountNumber.isEmpty(), "accountNumber", faults);
                    require(!routingNumber.isEmpty(), "routingNumber", faults);
                }
                case WIRE -> {
                    if (iban.isEmpty()) {
                        require(!accountNumber.isEmpty(), "accountNumber", faults);
                        require(!swiftCode.isEmpty() || !routingNumber.isEmpty(), "swiftCode", faults);
                    }
                }
            }
            return faults;
        }

        private void requireCurrency(Asset expected, List<FieldFault> faults) {
            if (!currency.equals(expected)) {
                faults.add(new FieldFault("currency", "must be " + expected + " for " + method));
            }
        }

        private void require(boolean given, String field, List<FieldFault> faults) {
            if (!given) {
                faults.add(new FieldFault(field, "is required for " + method));
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
