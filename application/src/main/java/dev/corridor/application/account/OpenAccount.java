package dev.corridor.application.account;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.Account;

/** Opens another account of the caller's organization. Not idempotent without an idempotency key. */
public interface OpenAccount {

    @Refuses({})
    Account open(Command command);

    /**
     * @param name may be empty
     * @param description may be empty
     */
    record Command(Caller caller, String name, String description, Once<Account> once) {

        /** Without an idempotency key. */
        public Command(Caller caller, String name, String description) {
            this(caller, name, description, Once.eachTime());
        }
    }
}
