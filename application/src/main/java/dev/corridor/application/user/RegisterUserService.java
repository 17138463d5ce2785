package dev.corridor.application.user;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.user.port.PasswordHashes;
import dev.corridor.application.user.port.Users;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.User;
import dev.corridor.domain.user.UserError.EmailTaken;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class RegisterUserService implements RegisterUser {

    private static final String PASSWORD = "password";

    private final Users users;
    private final PasswordHashes hashes;
    private final RegistrationPolicy policy;
    private final AuditLog audit;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public RegisterUserService(
            Users users, PasswordHashes hashes, RegistrationPolicy policy, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        this.users = users;
        this.hashes = hashes;
        this.policy = policy;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Result register(Command command) {
        if (!policy.open()) {
            throw new BusinessException(new Forbidden("Registration is closed. Ask the operator for an organization."));
        }
        var password = Password.choose(PASSWORD, command.password());
        users.find(command.email()).ifPresent(found -> {
            throw new BusinessException(new EmailTaken());
        });
        var hash = hashes.hash(password);
        var now = clock.instant();
        var organization = Organization.founded(
                new OrganizationId(ids.next()),
                command.organizationName(),
                policy.status(),
                policy.cryptoPayoutsEnabled(),
                Optional.empty(),
                now);
        var primary = Account.primary(new AccountId(ids.next()), organization.id(), now);
        var user = User.register(new UserId(ids.next()), organization.id(), command.email(), hash, now);
        var record = audit.draw(
                organization.id(),
                user.id(),
                UserActions.REGISTERED,
                user.id(),
                Map.of("organization", organization.name(), "status", organization.status().name()),
                command.origin(),
                now);
        if (!users.register(new Users.Registration(user, organization, primary, List.of(record)))) {
            throw new BusinessException(new EmailTaken());
        }
        return new Result(user, organization, primary);
    }
}
