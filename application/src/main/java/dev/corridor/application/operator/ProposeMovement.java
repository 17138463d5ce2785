package dev.corridor.application.operator;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.operator.Proposal;
import dev.corridor.domain.transaction.TransactionId;
import java.util.Optional;

/**
 * Proposes to correct a transaction. Nothing moves until another operator approves it. Whether the books allow it is asked then. An invalid request is an amount
 * of what is no return.
 */
public interface ProposeMovement {

    @Refuses({InvalidRequest.class, NotFound.class})
    Proposal propose(Command command);

    /**
     * @param by a named operator
     * @param amount of a return, a decimal number in major units of the payout's asset; all that is still out if empty
     */
    record Command(
            Operator by, Proposal.Act act, TransactionId transaction, Optional<String> amount, String reason, String evidence, Origin origin) {}
}
