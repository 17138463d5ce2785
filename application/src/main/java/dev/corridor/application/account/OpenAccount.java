package dev.corridor.application.account;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.Account;

/** Opens a further account of the caller's organization. Asking twice opens two. */
public interface OpenAccount {

    @Refuses({})
    Account open(Command command);

    /**
     * @param name may be empty
     * @param description may be empty
     */
    record Command(Caller caller, String name, String description, Once<Account> once) {

        /** Takes effect each time it is asked. */
        public Command(Caller caller, String name, String description) {
            this(caller, name, description, Once.eachTime());
        }
    }
}
