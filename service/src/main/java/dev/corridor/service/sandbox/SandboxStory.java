package dev.corridor.service.sandbox;

import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.user.EmailAddress;

/**
 * The sandbox's credentials, and a story in curl.
 *
 * @param email and the password log in to the portal
 */
public record SandboxStory(ApiKeySecret key, AccountId account, EmailAddress email, String password) {

    /** From a funded account to a payout. Lines can be pasted one by one, in order. */
    public String story(String url) {
        return """
                Sandbox account: %2$s
                Sandbox API key: %3$s
                Portal: %1$s/portal
                Portal login: %4$s with the password %5$s

                Paste this into a shell:

                  CORRIDOR=%1$s ACCOUNT=%2$s KEY=%3$s
                  call() { curl -sS -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' "$@"; echo; }
                  id() { sed -n "s/.*\\"$1\\":\\"\\([^\\"]*\\)\\".*/\\1/p"; }

                  # the funded account
                  call $CORRIDOR/v1/accounts/$ACCOUNT
                  # a quote for 10,000 dollars in USDC
                  QUOTE=$(call $CORRIDOR/v1/quotes -d '{"accountId":"'$ACCOUNT'","fromAsset":"USD","toAsset":"USDC","fromAmount":"10000.00"}' | tee /dev/stderr | id quoteId)
                  # the trade
                  call -X POST $CORRIDOR/v1/quotes/$QUOTE/execute
                  # a beneficiary
                  BENEFICIARY=$(call $CORRIDOR/v1/beneficiaries/crypto -d '{"accountId":"'$ACCOUNT'","nickname":"Supplier","chainName":"ethereum","address":"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"}' | tee /dev/stderr | id beneficiaryId)
                  # a payout: LOCKED at first, COMPLETED when the chain has confirmed it
                  PAYOUT=$(call $CORRIDOR/v1/transactions/crypto-payouts -d '{"accountId":"'$ACCOUNT'","beneficiaryId":"'$BENEFICIARY'","amount":"5000.000000","asset":"USDC","chainName":"ethereum"}' | tee /dev/stderr | id transactionId)
                  call $CORRIDOR/v1/transactions/$PAYOUT

                """
                .formatted(url, account, key.value(), email.value(), password);
    }

    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "SandboxStory[" + account + "]";
    }
}
