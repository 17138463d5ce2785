package dev.corridor.application.operator.port;

import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.user.User;
import java.time.Instant;
import java.util.List;

/** What is out of use, of all organizations. Each list is newest first. */
public interface Suspensions {

    /** Keys that are LOCKED. */
    List<ApiKey> keys(int limit);

    /** Users whose lock is not over at that moment. */
    List<User> users(Instant now, int limit);

    /** Accounts that are SUSPENDED or CLOSED. */
    List<Account> accounts(int limit);
}
