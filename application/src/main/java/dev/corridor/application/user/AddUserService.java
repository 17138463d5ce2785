package dev.corridor.application.user;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.user.port.PasswordHashes;
import dev.corridor.application.user.port.Users;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.User;
import dev.corridor.domain.user.UserError.EmailTaken;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

public final class AddUserService implements AddUser {

    private static final String PASSWORD = "password";

    private final Users users;
    private final PasswordHashes hashes;
    private final AuditLog audit;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public AddUserService(Users users, PasswordHashes hashes, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        this.users = users;
        this.hashes = hashes;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public User add(Command command) {
        var password = Password.choose(PASSWORD, command.password());
        users.find(command.email()).ifPresent(found -> {
            throw new BusinessException(new EmailTaken());
        });
        var hash = hashes.hash(password);
        var now = clock.instant();
        var caller = command.caller();
        var user = User.register(new UserId(ids.next()), caller.organization(), command.email(), hash, now);
        var record = audit.draw(
                user.organization(), caller.principal(), UserActions.ADDED, user.id(), Map.of(), command.origin(), now);
        if (!users.add(user, List.of(record))) {
            throw new BusinessException(new EmailTaken());
        }
        return user;
    }
}
