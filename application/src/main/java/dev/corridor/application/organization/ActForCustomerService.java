package dev.corridor.application.organization;

import dev.corridor.application.organization.port.Letters;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.OrganizationError.AuthorizationRequired;
import dev.corridor.domain.organization.OrganizationStatus;

public final class ActForCustomerService implements ActForCustomer {

    private final Letters letters;
    private final Organizations organizations;

    public ActForCustomerService(Letters letters, Organizations organizations) {
        this.letters = letters;
        this.organizations = organizations;
    }

    @Override
    public Caller act(Command command) {
        var caller = command.caller();
        return letters.find(command.customer(), caller.organization())
                .filter(letter -> letter.isActive() || command.whilePending())
                .flatMap(letter -> organizations.find(letter.organization()))
                .filter(customer -> customer.status() != OrganizationStatus.CLOSED)
                .map(caller::onBehalfOf)
                .orElseThrow(() -> new BusinessException(new AuthorizationRequired(command.customer())));
    }
}
