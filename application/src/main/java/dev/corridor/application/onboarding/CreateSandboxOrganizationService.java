package dev.corridor.application.onboarding;

import java.util.Optional;

public final class CreateSandboxOrganizationService implements CreateSandboxOrganization {

    private final OnboardOrganization onboarding;

    public CreateSandboxOrganizationService(OnboardOrganization onboarding) {
        this.onboarding = onboarding;
    }

    @Override
    public OnboardOrganization.Result create(Command command) {
        command.caller().requireTestKey();
        return onboarding.onboard(new OnboardOrganization.Command(
                command.name(),
                command.status(),
                command.cryptoPayoutsEnabled(),
                Optional.empty(),
                Optional.of(command.caller().organization()),
                command.caller().principal(),
                command.origin()));
    }
}
