package dev.corridor.application.funding;

import dev.corridor.application.funding.port.FundingSource;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.funding.Arrival;
import dev.corridor.domain.funding.CreditorReference;
import dev.corridor.domain.funding.FundingDetails;
import dev.corridor.domain.funding.FundingDetails.BankReference;
import dev.corridor.domain.money.Asset;
import java.util.List;

/**
 * The house's account at a bank, which takes money in for all accounts. Each has a reference of its own, by which its payers name it.
 *
 * @param holder as the bank has the account's name
 */
public record BankFunding(String bank, String holder, String iban, String bic, List<Asset> assets) implements FundingSource {

    public BankFunding {
        assets = List.copyOf(assets);
    }

    @Override
    public String rail() {
        return Arrival.railOfBank(bank);
    }

    @Override
    public String fingerprint() {
        return String.join(" ", iban, bic, holder);
    }

    @Override
    public FundingDetails details(AccountId account, long index) {
        return new BankReference(bank, holder, iban, bic, CreditorReference.of(fingerprint(), account));
    }
}
