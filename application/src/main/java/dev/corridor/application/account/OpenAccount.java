package dev.corridor.application.account;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.ReferenceError.ReferenceTaken;
import java.util.Optional;

/** Opens another account of the caller's organization. Not idempotent without an idempotency key. */
public interface OpenAccount {

    @Refuses(ReferenceTaken.class)
    Account open(Command command);

    /**
     * @param name may be empty
     * @param description may be empty
     */
    record Command(Caller caller, Optional<Reference> reference, String name, String description, Once<Account> once) {

        /** Without a reference and an idempotency key. */
        public Command(Caller caller, String name, String description) {
            this(caller, Optional.empty(), name, description, Once.eachTime());
        }
    }
}
