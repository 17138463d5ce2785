package dev.corridor.application.feed;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import dev.corridor.domain.feed.Proof;
import dev.corridor.domain.user.UserError.InvalidToken;

/**
 * Exchanges a ticket for the credential that it stands for, which is then to be checked again. A ticket is consumed even if it comes too
 * late or from another address.
 */
public interface RedeemTicket {

    @Refuses({RateLimitExceeded.class, InvalidToken.class})
    Proof redeem(Command command);

    /** @param presentedTicket as sent, unvalidated */
    record Command(String presentedTicket, IpAddress from) {

        @Override
        public String toString() {
            return "Command[…, " + from + "]";
        }
    }
}
