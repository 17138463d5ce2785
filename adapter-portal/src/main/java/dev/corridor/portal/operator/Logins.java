package dev.corridor.portal.operator;

import dev.corridor.domain.operator.OperatorLogin;
import dev.corridor.domain.operator.SecondFactor.Enrolled;
import dev.corridor.domain.operator.SecondFactor.Invited;
import dev.corridor.portal.page.Status;
import java.time.Instant;
import java.util.List;

/** Operators as the list shows them. */
record Logins(List<Login> all) {

    record Login(String name, Status status, Instant since) {}

    static Logins of(List<OperatorLogin> logins, Instant now) {
        return new Logins(logins.stream().map(login -> new Login(login.name().value(), status(login, now), login.createdAt())).toList());
    }

    private static Status status(OperatorLogin login, Instant now) {
        if (login.isDisabled()) {
            return new Status("Disabled", "bad");
        } else if (login.lockout().lockedUntil().filter(now::isBefore).isPresent()) {
            return new Status("Locked", "bad");
        }
        return switch (login.factor()) {
            case Invited invited -> invited.isOpen(now) ? new Status("Invited", "wait") : new Status("Invitation over", "note");
            case Enrolled enrolled -> new Status("Enrolled", "good");
        };
    }
}
