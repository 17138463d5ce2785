package dev.corridor.domain.access;

import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.text.VisibleText;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the owner of a key has laid down about it.
 *
 * @param name unique within the organization among the keys that are not deleted
 * @param allowedAddresses from where it may be used; from anywhere if empty
 * @param dialect the error contract that its answers speak, by a name that says nothing to the business; the service's own if empty
 * @param signature what each request must be signed with; no signature is required if empty
 * @param expiresAt from when on it does not work; never if empty
 */
public record KeyTerms(
        String name,
        Set<Permission> permissions,
        Tier tier,
        List<IpRange> allowedAddresses,
        Optional<String> dialect,
        Optional<SignatureFormat> signature,
        Optional<Instant> expiresAt) {

    public static final int MAX_NAME_LENGTH = 100;
    public static final int MAX_ALLOWED_ADDRESSES = 100;

    public KeyTerms {
        if (!VisibleText.isVisible(name) || name.codePointCount(0, name.length()) > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("the name of a key has 1 to " + MAX_NAME_LENGTH + " characters and can be seen");
        }
        if (allowedAddresses.size() > MAX_ALLOWED_ADDRESSES) {
            throw new IllegalArgumentException("a key has at most " + MAX_ALLOWED_ADDRESSES + " ranges of addresses");
        }
        var sorted = EnumSet.noneOf(Permission.class);
        sorted.addAll(permissions);
        permissions = Collections.unmodifiableSet(sorted);
        allowedAddresses = List.copyOf(allowedAddresses);
    }

    /** Everything that customers may do there, from everywhere, for ever. */
    public static KeyTerms unlimited(String name, Environment environment) {
        return new KeyTerms(name, Permission.ofCustomers(environment), Tier.ORACLE, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public KeyTerms allowing(Permission permission) {
        var more = new HashSet<>(permissions);
        more.add(permission);
        return with(more);
    }

    public KeyTerms forbidding(Permission permission) {
        var fewer = new HashSet<>(permissions);
        fewer.remove(permission);
        return with(fewer);
    }

    private KeyTerms with(Set<Permission> others) {
        return new KeyTerms(name, others, tier, allowedAddresses, dialect, signature, expiresAt);
    }

    /** The permissions that the others lack. */
    public Set<Permission> permissionsBeyond(KeyTerms others) {
        return permissions.stream().filter(permission -> !others.permissions.contains(permission)).collect(Collectors.toUnmodifiableSet());
    }

    public Restrictions restrictions() {
        return new Restrictions(allowedAddresses, signature, expiresAt);
    }

    boolean isExpiredAt(Instant now) {
        return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
    }

    boolean allow(IpAddress address) {
        return allowedAddresses.isEmpty() || allowedAddresses.stream().anyMatch(range -> range.contains(address));
    }
}
