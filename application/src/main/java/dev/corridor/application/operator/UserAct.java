package dev.corridor.application.operator;

import dev.corridor.application.user.OperateUser;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.user.EmailAddress;

/** What is done to a user. */
public enum UserAct implements Act {
    UNLOCK(OperateUser.Act.UNLOCK),
    END_SESSIONS(OperateUser.Act.END_SESSIONS);

    private final OperateUser.Act act;

    UserAct(OperateUser.Act act) {
        this.act = act;
    }

    public OperateUser.Command command(Operator by, EmailAddress email, Origin origin) {
        return new OperateUser.Command(by, email, act, origin);
    }
}
