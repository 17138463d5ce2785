package dev.corridor.application.account.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Accounts and their balances, as an organization sees its own: of any other, every look-up by an organization is empty. */
public interface Accounts {

    void add(Account account);

    Optional<Account> find(OrganizationId organization, AccountId id);

    /** The account, or {@code account_not_found}. */
    default Account get(OrganizationId organization, AccountId id) {
        return find(organization, id).orElseThrow(() -> new BusinessException(new AccountNotFound(id)));
    }

    /** The account with all its balances, by the assets' codes. */
    Optional<Holding> holding(OrganizationId organization, AccountId id);

    /**
     * The same for a caller that cannot wait. These accounts are at hand.
     *
     * @param answers completes the stage, unless it is complete already
     */
    default CompletionStage<Optional<Holding>> holding(OrganizationId organization, AccountId id, Executor answers) {
        return CompletableFuture.completedStage(holding(organization, id));
    }

    record Holding(Account account, List<Balance> balances) {

        /** With further balances of the same account. */
        public Holding and(Holding other) {
            return new Holding(account, Stream.concat(balances.stream(), other.balances.stream()).toList());
        }
    }

    /** Whose it is. For the operator and for rails, which name an account alone. */
    Optional<OrganizationId> owner(AccountId id);

    Page<Account> page(OrganizationId organization, PageRequest<AccountId> request);

    /** One balance per asset that the account has ever held, by the asset's code. */
    default List<Balance> balances(OrganizationId organization, AccountId id) {
        return balances(organization, List.of(id));
    }

    /** The same for several accounts, one account after the other. */
    List<Balance> balances(OrganizationId organization, List<AccountId> ids);

    /** The balance from all entries posted before the instant; zero if there are none. */
    Balance balanceBefore(OrganizationId organization, AccountId id, Asset asset, Instant instant);

    /** The account created with the organization. */
    Optional<Account> findPrimary(OrganizationId organization);
}
