package dev.corridor.application.organization.port;

import dev.corridor.application.organization.VerificationSession;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.ShareToken;
import dev.corridor.domain.organization.VerificationStatus;
import java.time.Instant;
import java.util.Optional;

/** A provider of verifications: it takes documents in, examines them, and has letters of authorization signed. */
public interface Verification {

    /**
     * Opens a session in which the organization hands in its documents. Repeating gives another token for the same applicant.
     *
     * @throws dev.corridor.domain.error.BusinessException if this provider opens none
     */
    VerificationSession open(Organization applicant, Instant now);

    /** Fetches what the applicant has handed in elsewhere; false if the provider does not accept the token. */
    boolean fetch(Organization applicant, ShareToken token);

    /** The result of a pending examination; empty as long as there is none. */
    Optional<Examination> examinationOf(Organization applicant);

    /** @param letterSigned whether the applicant has signed the letter of authorization of the organization that created it */
    record Examination(VerificationStatus status, boolean letterSigned) {}
}
