package dev.corridor.application.transaction;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.transaction.port.PayoutControlBook;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.PayoutControls;
import dev.corridor.domain.transaction.PayoutControlsVersion;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

public final class SetPayoutControlsService implements SetPayoutControls {

    private static final AuditAction SET = new AuditAction("payout_controls.set");

    private final PayoutControlBook book;
    private final Organizations organizations;
    private final AuditLog audit;
    private final InstantSource clock;

    public SetPayoutControlsService(PayoutControlBook book, Organizations organizations, AuditLog audit, InstantSource clock) {
        this.book = book;
        this.organizations = organizations;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public PayoutControlsVersion set(Command command) {
        command.organization().filter(id -> organizations.find(id).isEmpty()).ifPresent(id -> {
            throw new BusinessException(new OrganizationNotFound(id));
        });
        var version = new PayoutControlsVersion(
                command.organization(), command.key(), command.controls(), command.decidedBy(), clock.instant());
        book.add(version, command.organization().map(organization -> record(organization, version)));
        return version;
    }

    private AuditRecord record(OrganizationId organization, PayoutControlsVersion version) {
        var details = new HashMap<>(Map.of(
                "service", version.key().service().name(),
                "asset", version.key().asset().code(),
                "decidedBy", version.decidedBy()));
        version.controls().ifPresent(controls -> details.putAll(factsOf(controls)));
        return audit.draw(organization, new Operator(), SET, organization, Map.copyOf(details), Origin.CONSOLE, version.decidedAt());
    }

    private static Map<String, String> factsOf(PayoutControls controls) {
        var facts = new HashMap<String, String>();
        controls.approvalAbove().map(Money::decimal).ifPresent(bound -> facts.put("approvalAbove", bound));
        controls.mostPerPayout().map(Money::decimal).ifPresent(bound -> facts.put("mostPerPayout", bound));
        controls.mostPerDay().map(Money::decimal).ifPresent(bound -> facts.put("mostPerDay", bound));
        controls.mostPerBeneficiary().map(Money::decimal).ifPresent(bound -> facts.put("mostPerBeneficiary", bound));
        controls.coolingOff().ifPresent(time -> facts.put("coolingOffSeconds", Long.toString(time.toSeconds())));
        return facts;
    }
}
