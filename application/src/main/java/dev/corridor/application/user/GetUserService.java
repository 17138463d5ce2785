package dev.corridor.application.user;

import dev.corridor.application.user.port.Users;
import dev.corridor.domain.user.User;

public final class GetUserService implements GetUser {

    private final Users users;

    public GetUserService(Users users) {
        this.users = users;
    }

    @Override
    public User get(Command command) {
        return users.find(CallingUser.of(command.caller())).orElseThrow(() -> new IllegalStateException("a user who was let in exists"));
    }
}
