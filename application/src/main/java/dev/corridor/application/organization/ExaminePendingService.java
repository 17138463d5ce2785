package dev.corridor.application.organization;

import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.organization.port.Verification;
import dev.corridor.application.organization.port.Verification.Examination;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

public final class ExaminePendingService implements ExaminePending {

    private static final String EVIDENCE = "The provider of verifications says so.";

    private final Organizations organizations;
    private final Verification verification;
    private final DecideVerification decideVerification;

    public ExaminePendingService(Organizations organizations, Verification verification, DecideVerification decideVerification) {
        this.organizations = organizations;
        this.verification = verification;
        this.decideVerification = decideVerification;
    }

    @Override
    public int examine(Command command) {
        int decided = 0;
        Optional<OrganizationId> after = Optional.empty();
        List<Organization> pending;
        do {
            pending = organizations.pendingVerification(after, command.pageSize());
            for (var applicant : pending) {
                decided += verification.examinationOf(applicant).map(found -> decide(applicant, found)).isPresent() ? 1 : 0;
                after = Optional.of(applicant.id());
            }
        } while (pending.size() == command.pageSize());
        return decided;
    }

    /** The operator may have decided meanwhile. */
    private Organization decide(Organization applicant, Examination found) {
        return decideVerification.decide(new DecideVerification.Command(
                applicant.id(), found.status(), found.letterSigned(), EVIDENCE, true, Origin.CONSOLE));
    }
}
