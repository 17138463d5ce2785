package dev.corridor.application.funding.port;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.funding.FundingDetails;
import dev.corridor.domain.money.Asset;
import java.util.List;

/** What accounts are given funding methods of: a chain with a key, a bank with an account. */
public interface FundingSource {

    /** Such as {@code ETHEREUM_SEPOLIA}. */
    String rail();

    /** Tells it from others of the rail. What the rail has given by another one is replaced. */
    String fingerprint();

    /** What may be paid in. */
    List<Asset> assets();

    /** @param index of what the source gives, from 0; no two accounts have the same */
    FundingDetails details(AccountId account, long index);
}
