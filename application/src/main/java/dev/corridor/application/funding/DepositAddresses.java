package dev.corridor.application.funding;

import dev.corridor.application.funding.port.DepositChain;
import dev.corridor.application.funding.port.FundingSource;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.funding.FundingDetails;
import dev.corridor.domain.funding.FundingDetails.CryptoAddress;
import dev.corridor.domain.money.Asset;
import java.util.List;

/** The addresses of a chain, each derived from the chain's key for one account. */
public record DepositAddresses(DepositChain chain) implements FundingSource {

    @Override
    public String rail() {
        return chain.chain().name();
    }

    @Override
    public String fingerprint() {
        return chain.key().fingerprint();
    }

    @Override
    public List<Asset> assets() {
        return chain.assets();
    }

    @Override
    public FundingDetails details(AccountId account, long index) {
        return new CryptoAddress(chain.chain(), chain.key().address(index));
    }
}
