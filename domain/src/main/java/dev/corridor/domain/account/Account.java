package dev.corridor.domain.account;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.text.VisibleText;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * An account of an organization. Its money stands beside it, in one {@link Balance} per asset.
 *
 * @param reference the client's own name for it
 * @param name empty if it has none
 * @param description empty if it has none
 * @param primary whether it is the one that came with the organization
 */
public record Account(
        AccountId id,
        OrganizationId organization,
        Optional<Reference> reference,
        String name,
        String description,
        boolean primary,
        AccountStatus status,
        Instant createdAt,
        Instant updatedAt)
        implements Owned {

    private static final String PRIMARY_NAME = "Primary";

    /** The account that each organization is given with its own registration. */
    public static Account primary(AccountId id, OrganizationId organization, Instant now) {
        return open(id, organization, PRIMARY_NAME, "", true, now);
    }

    /** Without a reference. */
    public static Account open(
            AccountId id, OrganizationId organization, String name, String description, boolean primary, Instant now) {
        return open(id, organization, Optional.empty(), name, description, primary, now);
    }

    public static Account open(
            AccountId id,
            OrganizationId organization,
            Optional<Reference> reference,
            String name,
            String description,
            boolean primary,
            Instant now) {
        if (!name.isEmpty() && !VisibleText.isVisible(name)) {
            throw new IllegalArgumentException("an account's name, if it has one, can be seen");
        }
        return new Account(id, organization, reference, name, description, primary, AccountStatus.ACTIVE, now, now);
    }

    /** The account under another name or description. */
    public Account rename(String name, String description, Instant now) {
        requireNotClosed();
        return with(name, description, status, now);
    }

    /**
     * The account in another state. One that is closed stays closed.
     *
     * @param balances what it holds: only an account that holds nothing can be closed
     */
    public Account turn(AccountStatus next, Collection<Balance> balances, Instant now) {
        if (next == status) {
            return this;
        }
        requireNotClosed();
        if (next == AccountStatus.CLOSED) {
            requireClosable(balances);
        }
        return with(name, description, next, now);
    }

    private void requireNotClosed() {
        if (status == AccountStatus.CLOSED) {
            throw new BusinessException(new Forbidden("The account is CLOSED, which is final."));
        }
    }

    /** What arrives for an organization goes to its primary account. */
    private void requireClosable(Collection<Balance> balances) {
        if (primary) {
            throw new BusinessException(new Forbidden("The primary account cannot be closed."));
        }
        balances.stream().map(Balance::total).filter(total -> !total.isZero()).findFirst().ifPresent(held -> {
            throw new BusinessException(new InvalidRequest("The account still holds " + held + "; only one that holds nothing can be closed."));
        });
    }

    private Account with(String name, String description, AccountStatus status, Instant now) {
        return new Account(
                id, organization, reference, name, description, primary, status, createdAt, now.isAfter(updatedAt) ? now : updatedAt);
    }

    /** Only an active account takes new transactions. */
    public void requireActive() {
        if (status != AccountStatus.ACTIVE) {
            throw new BusinessException(new Forbidden("The account is " + status + " and takes no new transactions."));
        }
    }
}
