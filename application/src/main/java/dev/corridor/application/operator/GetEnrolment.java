package dev.corridor.application.operator;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.operator.OneTimeSecret;
import dev.corridor.domain.operator.OperatorToken;
import dev.corridor.domain.user.UserError.TokenRevoked;

/** Shows the secret of one-time codes to an operator who has logged in and not enrolled yet. Afterwards nothing shows it. */
public interface GetEnrolment {

    @Refuses(TokenRevoked.class)
    Enrolment get(Command command);

    record Command(OperatorToken token) {}

    record Enrolment(OperatorName operator, OneTimeSecret secret) {}
}
