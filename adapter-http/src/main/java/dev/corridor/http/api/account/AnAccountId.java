package dev.corridor.http.api.account;

import dev.corridor.domain.account.AccountId;
import dev.corridor.http.edge.validation.Parseable;

/** Checks the form only, not whether the account exists. */
public final class AnAccountId extends Parseable {

    public AnAccountId() {
        super("must be an account id (acct_ and 32 lower-case hex digits)", AccountId.class, AccountId::parse);
    }
}
