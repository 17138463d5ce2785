package dev.corridor.domain.funding;

import dev.corridor.domain.beneficiary.ChainName;

/** Where a funding method takes money in. */
public sealed interface FundingDetails {

    FundingMethodType type();

    /** An address that pays in for one account alone. */
    record CryptoAddress(ChainName chain, String address) implements FundingDetails {

        @Override
        public FundingMethodType type() {
            return FundingMethodType.CRYPTO_ADDRESS;
        }

        /** The address tells what its owner has. */
        @Override
        public String toString() {
            return "CryptoAddress[" + chain + "]";
        }
    }
}
