package dev.corridor.http.api.apikey;

import dev.corridor.domain.access.IpRange;
import dev.corridor.domain.access.KeyTerms;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.Tier;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.dialect.DialectName;
import dev.corridor.http.edge.validation.FutureMoment;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.OneOf;
import dev.corridor.http.edge.validation.Text;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A change of a key. Absent members stay unchanged.
 *
 * @param allowedAddresses empty for any address
 * @param neverExpires true to remove the expiry
 */
@Introspected
record ApiKeyChangeRequest(
        @Nullable @Text(max = KeyTerms.MAX_NAME_LENGTH) String name,
        @Nullable @Is(Permissions.class) List<String> permissions,
        @Nullable @OneOf(Tier.class) String tier,
        @Nullable @Is(AddressRanges.class) List<String> allowedAddresses,
        @Nullable @OneOf(DialectName.class) String dialect,
        @Nullable @FutureMoment String expiresAt,
        @Nullable Boolean neverExpires)
        implements JsonRequest {

    KeyTerms applyTo(KeyTerms terms) {
        return new KeyTerms(
                name == null ? terms.name() : name,
                permissions == null ? terms.permissions() : permissions.stream().map(Permission::parse).collect(Collectors.toSet()),
                tier == null ? terms.tier() : Tier.valueOf(tier),
                allowedAddresses == null ? terms.allowedAddresses() : allowedAddresses.stream().map(IpRange::parse).toList(),
                dialect == null ? terms.dialect() : Optional.of(dialect),
                terms.signature(),
                expiry(terms));
    }

    private Optional<Instant> expiry(KeyTerms terms) {
        if (expiresAt != null) {
            return Optional.of(Timestamp.parse(expiresAt));
        }
        return neverExpires != null && neverExpires ? Optional.empty() : terms.expiresAt();
    }
}
