package dev.corridor.application.beneficiary;

import dev.corridor.application.organization.port.Organizations;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.Destination.NetworkParty;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.organization.NetworkMember;

public final class RegisterNetworkBeneficiaryService implements RegisterNetworkBeneficiary {

    private final Organizations organizations;
    private final RegisterBeneficiary registerBeneficiary;

    public RegisterNetworkBeneficiaryService(Organizations organizations, RegisterBeneficiary registerBeneficiary) {
        this.organizations = organizations;
        this.registerBeneficiary = registerBeneficiary;
    }

    @Override
    public Beneficiary register(Command command) {
        return registerBeneficiary.register(new RegisterBeneficiary.Command(
                command.caller(),
                command.account(),
                command.reference(),
                command.nickname(),
                partyOf(command),
                command.identity(),
                command.tags(),
                command.metadata(),
                command.once()));
    }

    private NetworkParty partyOf(Command command) {
        var member = organizations.findMember(command.target())
                .filter(NetworkMember::enabled)
                .orElseThrow(() -> new BusinessException(ValidationError.of("targetHandle", "is no handle of the network")));
        if (command.caller().organization().owns(member)) {
            throw new BusinessException(ValidationError.of("targetHandle", "must be of another organization"));
        }
        return new NetworkParty(command.target(), member.organization());
    }
}
