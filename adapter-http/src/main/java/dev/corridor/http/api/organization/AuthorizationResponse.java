package dev.corridor.http.api.organization;

import dev.corridor.domain.organization.AuthorizationType;
import dev.corridor.domain.organization.LetterOfAuthorization;
import dev.corridor.domain.organization.LetterStatus;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.OptionalText;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A letter of authorization.
 *
 * @param status PENDING until it is signed and the organization that grants it is verified; REVOKED for good
 */
@Serdeable
record AuthorizationResponse(
        @Literal("authorization") String object,
        @Spells(OrganizationId.class) String grantingOrganizationId,
        @Spells(OrganizationId.class) String authorizedOrganizationId,
        @Spells(AuthorizationType.class) String type,
        @Spells(LetterStatus.class) String status,
        @Nullable @Spells(Instant.class) String signedAt,
        @Nullable @Spells(Instant.class) String revokedAt,
        @Nullable String revokedReason,
        @Spells(Instant.class) String createdAt,
        @Spells(Instant.class) String updatedAt) {

    static AuthorizationResponse of(LetterOfAuthorization letter) {
        return new AuthorizationResponse(
                "authorization",
                letter.organization().toString(),
                letter.authorized().toString(),
                AuthorizationType.LOA.name(),
                letter.status().name(),
                letter.signedAt().map(Timestamp::format).orElse(null),
                letter.revokedAt().map(Timestamp::format).orElse(null),
                OptionalText.orNull(letter.revokedReason()),
                Timestamp.format(letter.createdAt()),
                Timestamp.format(letter.updatedAt()));
    }
}
