package dev.corridor.application.operator;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import dev.corridor.domain.operator.OperatorSession;
import dev.corridor.domain.operator.OperatorToken;
import dev.corridor.domain.user.UserError.TokenRevoked;
import java.util.Optional;

/**
 * Proves that a token is of an open session whose second factor was proved, or of a program. Asks the store each time: a session that was ended is over at
 * once. Where too many come from that are not, none is looked up for a while, as with unknown keys.
 */
public interface AuthenticateOperator {

    @Refuses({RateLimitExceeded.class, TokenRevoked.class})
    OperatorSession authenticate(Command command);

    /** @param from empty if wrong tokens are not counted, as those of a browser, which keeps one until it is over */
    record Command(OperatorToken token, Optional<IpAddress> from) {}
}
