package dev.corridor.application.operator;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.user.User;
import java.util.List;

/** Operator only: what is out of use, of all organizations: locked keys, users who are locked out, and accounts that are not ACTIVE. Up to a hundred of each. */
public interface ListSuspended {

    @Refuses({})
    Result list();

    record Result(List<ApiKey> keys, List<User> users, List<Account> accounts) {}
}
