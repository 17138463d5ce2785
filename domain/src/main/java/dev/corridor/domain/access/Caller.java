package dev.corridor.domain.access;

import dev.corridor.domain.access.AccessError.ClientInactive;
import dev.corridor.domain.access.AccessError.TierInsufficient;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationError.AuthorizationRequired;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.organization.Standing;
import java.util.Optional;
import java.util.Set;

/**
 * Who is asking, proved by a key. Every use case acts for the caller's organization and sees nothing beyond it. A broker is the caller of the
 * organization that it acts for.
 *
 * @param organization whose things it names
 * @param restrictions what binds the key that the caller proved; none for a user and the operator
 * @param dialect the error contract that the caller wants to be answered in, if it has laid one down
 * @param client how the organization stands: one that is not approved may look, and change nothing
 */
public record Caller(
        OrganizationId organization,
        Principal principal,
        Environment environment,
        Set<Permission> permissions,
        Tier tier,
        Restrictions restrictions,
        Optional<String> dialect,
        OrganizationStatus client) {

    public Caller(
            OrganizationId organization,
            Principal principal,
            Environment environment,
            Set<Permission> permissions,
            Tier tier,
            Optional<String> dialect) {
        this(organization, principal, environment, permissions, tier, Restrictions.NONE, dialect, OrganizationStatus.APPROVED);
    }

    public static Caller withFullAccess(OrganizationId organization, Principal principal, Environment environment) {
        return new Caller(organization, principal, environment, Permission.ALL, Tier.ORACLE, Optional.empty());
    }

    /** The same key or user, acting for a customer of its organization. */
    public Caller onBehalfOf(Organization customer) {
        return new Caller(
                customer.id(), new Broker(organization, principal), environment, permissions, tier, restrictions, dialect, customer.status());
    }

    /** The organization that acts, if it is not the one that it acts for. */
    public Optional<OrganizationId> broker() {
        return principal instanceof Broker broker ? Optional.of(broker.organization()) : Optional.empty();
    }

    /**
     * What must hold at the moment at which something changes. What the caller was admitted with may be older.
     *
     * @param standing of the organization then; empty if it is not registered, and the caller's word counts
     */
    public void requireStanding(Optional<Standing> standing) {
        if (principal instanceof Operator) {
            return;
        }
        broker().filter(acting -> !standing.map(Standing::brokers).orElse(Set.of()).contains(acting)).ifPresent(acting -> {
            throw new BusinessException(new AuthorizationRequired(organization));
        });
        if (standing.map(Standing::status).orElse(client) != OrganizationStatus.APPROVED) {
            throw new BusinessException(new ClientInactive());
        }
    }

    public void require(Permission permission) {
        if (client != OrganizationStatus.APPROVED && permission.needsApproval()) {
            throw new BusinessException(new ClientInactive());
        }
        if (!permissions.contains(permission)) {
            throw new BusinessException(new Forbidden("This needs the permission " + permission + "."));
        }
    }

    public void require(Tier required) {
        if (!tier.includes(required)) {
            throw new BusinessException(new TierInsufficient(required, tier));
        }
    }

    /** A caller hands out, and takes over, no key that may do more than the caller, and none that is bound less tightly. */
    public void requireAllOf(KeyTerms terms) {
        terms.permissions().forEach(this::require);
        restrictions.loosenedBy(terms.restrictions()).ifPresent(reason -> {
            throw new BusinessException(new Forbidden(reason));
        });
        require(terms.tier());
    }

    /** An operator's permission is handed out by operators alone: a key that has it may use it, and that is all. */
    public void requireMayHandOut(Set<Permission> granted) {
        if (!(principal instanceof Operator) && !Permission.ofCustomers(environment).containsAll(granted)) {
            throw new BusinessException(new Forbidden("Only an operator grants this permission."));
        }
    }

    /** The sandbox's own operations make money out of nothing: only test keys may call them. */
    public void requireTestKey() {
        if (environment != Environment.SANDBOX) {
            throw new BusinessException(new Forbidden("Only a test key may use the sandbox."));
        }
    }
}
