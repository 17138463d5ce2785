package dev.corridor.domain.funding;

import dev.corridor.domain.beneficiary.ChainName;

/** Where a funding method takes money in. */
public sealed interface FundingDetails {

    FundingMethodType type();

    /** Such as {@code ETHEREUM_SEPOLIA}. */
    String rail();

    /** An address that pays in for one account alone. */
    record CryptoAddress(ChainName chain, String address) implements FundingDetails {

        @Override
        public FundingMethodType type() {
            return FundingMethodType.CRYPTO_ADDRESS;
        }

        @Override
        public String rail() {
            return chain.name();
        }

        /** The address tells what its owner has. */
        @Override
        public String toString() {
            return "CryptoAddress[" + chain + "]";
        }
    }

    /**
     * The house's account at a bank, and what names one account alone.
     *
     * @param holder as the bank has the account's name
     * @param reference what payers must write
     */
    record BankReference(String bank, String holder, String iban, String bic, CreditorReference reference) implements FundingDetails {

        @Override
        public FundingMethodType type() {
            return FundingMethodType.BANK;
        }

        @Override
        public String rail() {
            return Arrival.railOfBank(bank);
        }
    }
}
