package dev.corridor.http.api.organization;

import dev.corridor.application.organization.VerificationSession;
import dev.corridor.http.edge.wire.Literal;
import io.micronaut.serde.annotation.Serdeable;

/**
 * A session of a verification.
 *
 * @param url what the applicant opens in a browser
 * @param accessToken opens this session alone; shown only once
 */
@Serdeable
record VerificationSessionResponse(@Literal("verification_session") String object, String url, String accessToken) {

    static VerificationSessionResponse of(VerificationSession session) {
        return new VerificationSessionResponse("verification_session", session.url(), session.accessToken());
    }

    /** The token is a secret. */
    @Override
    public String toString() {
        return "VerificationSessionResponse[…]";
    }
}
