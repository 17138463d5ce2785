package dev.corridor.application.organization;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.OpenRegistry.Founded;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.access.AccessError.ClientInactive;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.LetterId;
import dev.corridor.domain.organization.LetterOfAuthorization;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

public final class CreateCustomerService implements CreateCustomer {

    private static final AuditAction CREATED = new AuditAction("organization.created");

    private final Registry registry;
    private final AuditLog audit;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public CreateCustomerService(Registry registry, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        this.registry = registry;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Organization create(Command command) {
        var broker = command.caller().organization();
        return registry.decide(broker, command.once(), open -> {
            if (open.organization().status() != OrganizationStatus.APPROVED) {
                throw new BusinessException(new ClientInactive());
            }
            var now = clock.instant();
            var customer = Organization.childOf(
                    broker,
                    new OrganizationId(ids.next()),
                    command.name(),
                    command.type(),
                    command.caller().environment() == Environment.SANDBOX,
                    command.metadata(),
                    now);
            open.found(new Founded(
                    customer,
                    Account.primary(new AccountId(ids.next()), customer.id(), now),
                    LetterOfAuthorization.drawnUp(new LetterId(ids.next()), customer.id(), broker, now),
                    record(customer.id(), customer, command, now)));
            open.record(record(broker, customer, command, now));
            return customer;
        });
    }

    /** The log of each of the two organizations has one. */
    private AuditRecord record(OrganizationId log, Organization customer, Command command, Instant now) {
        return audit.draw(
                log,
                command.caller().principal(),
                CREATED,
                customer.id(),
                Map.of("name", customer.name(), "createdBy", command.caller().organization().toString()),
                command.origin(),
                now);
    }
}
