package dev.corridor.service.operation;

import dev.corridor.application.organization.VerificationSession;
import dev.corridor.application.organization.port.Verification;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.ShareToken;
import java.time.Instant;
import java.util.Optional;

/** Without a provider of verifications: the operator examines documents, and decides by the command {@code verification}. */
public final class VerificationByHand implements Verification {

    @Override
    public VerificationSession open(Organization applicant, Instant now) {
        throw new BusinessException(new Forbidden("The operator of this service verifies organizations. Send it your documents."));
    }

    @Override
    public boolean fetch(Organization applicant, ShareToken token) {
        return false;
    }

    @Override
    public Optional<Examination> examinationOf(Organization applicant) {
        return Optional.empty();
    }
}
