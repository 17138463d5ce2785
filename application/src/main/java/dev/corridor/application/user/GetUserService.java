package dev.corridor.application.user;

import dev.corridor.application.user.port.Users;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.user.User;

public final class GetUserService implements GetUser {

    private final Users users;

    public GetUserService(Users users) {
        this.users = users;
    }

    @Override
    public User get(Command command) {
        if (!(command.caller().principal() instanceof UserId id)) {
            throw new BusinessException(new Forbidden("This is for users: send an access token, not an API key."));
        }
        return users.find(id).orElseThrow(() -> new IllegalStateException("a user who was let in exists"));
    }
}
