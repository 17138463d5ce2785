package dev.corridor.persistence.operator;

import dev.corridor.application.operator.port.Suspensions;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.user.User;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.access.ApiKeyRows;
import dev.corridor.persistence.account.AccountRows;
import dev.corridor.persistence.user.PostgresUsers;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Conditions are literals, so that the indexes of what is out of use serve. */
public final class PostgresSuspensions implements Suspensions {

    private final Jdbi jdbi;

    public PostgresSuspensions(DataSource dataSource) {
        this.jdbi = Database.forRequestsOn(dataSource);
    }

    @Override
    public List<ApiKey> keys(int limit) {
        return jdbi.withHandle(handle -> handle
                .createQuery(ApiKeyRows.SELECT + "where status = 'LOCKED' order by updated_at desc limit :limit")
                .bind("limit", limit)
                .map(new ApiKeyRows())
                .list());
    }

    @Override
    public List<User> users(Instant now, int limit) {
        return jdbi.withHandle(handle -> handle
                .createQuery(PostgresUsers.SELECT + "where locked_until > :now order by locked_until desc limit :limit")
                .bind("now", now)
                .bind("limit", limit)
                .map(PostgresUsers::map)
                .list());
    }

    @Override
    public List<Account> accounts(int limit) {
        return jdbi.withHandle(handle -> handle
                .createQuery(AccountRows.SELECT + "where status <> 'ACTIVE' order by updated_at desc limit :limit")
                .bind("limit", limit)
                .map(new AccountRows())
                .list());
    }
}
