package dev.corridor.http.api.apikey;

import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.IpRange;
import dev.corridor.domain.access.KeyTerms;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.SignatureFormat;
import dev.corridor.domain.access.Tier;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.dialect.DialectName;
import dev.corridor.http.edge.validation.FutureMoment;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.OneOf;
import dev.corridor.http.edge.validation.Relations;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Text;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A new key.
 *
 * @param permissions a subset of the caller's
 * @param tier the caller's own if absent
 * @param allowedAddresses addresses and CIDR ranges, within those of the caller's key; any if absent
 * @param dialect the deployment's if absent
 * @param expiresAt no later than that of the caller's key; never if absent
 * @param enabled true if absent; false to enable it later
 * @param signed whether requests must be signed, as they must if the caller's must; permanent
 * @param signatureFormat what the signatures cover: NEXPAY, or all that decides what a request does, CORRIDOR; if absent, NEXPAY for a key
 *     that is signed; permanent
 */
@Introspected
record ApiKeyRequest(
        @Required @Text(max = KeyTerms.MAX_NAME_LENGTH) String name,
        @Required @Is(Permissions.class) List<String> permissions,
        @Nullable @OneOf(Tier.class) String tier,
        @Nullable @Is(AddressRanges.class) List<String> allowedAddresses,
        @Nullable @OneOf(DialectName.class) String dialect,
        @Nullable @FutureMoment String expiresAt,
        @Nullable Boolean enabled,
        @Nullable Boolean signed,
        @Nullable @OneOf(SignatureFormat.class) String signatureFormat)
        implements JsonRequest {

    @Override
    public void relate(Relations fields) {
        boolean isContradiction = signatureFormat != null && signed != null && !signed;
        fields.require("signatureFormat", !isContradiction, "must not be given for a key that takes unsigned requests");
    }

    KeyTerms toTerms(Caller caller) {
        return new KeyTerms(
                name,
                permissions.stream().map(Permission::parse).collect(Collectors.toSet()),
                tier == null ? caller.tier() : Tier.valueOf(tier),
                allowedAddresses == null ? List.of() : allowedAddresses.stream().map(IpRange::parse).toList(),
                Optional.ofNullable(dialect),
                signature(),
                Optional.ofNullable(expiresAt).map(Timestamp::parse));
    }

    private Optional<SignatureFormat> signature() {
        if (signatureFormat != null) {
            return Optional.of(SignatureFormat.valueOf(signatureFormat));
        }
        return signed != null && signed ? Optional.of(SignatureFormat.NEXPAY) : Optional.empty();
    }

    boolean enabledAtOnce() {
        return enabled == null || enabled;
    }
}
