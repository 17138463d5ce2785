package dev.corridor.http.api.operator;

import dev.corridor.application.operator.ProposeMovement;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.operator.Proposal;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.http.edge.body.JsonRequest;
import dev.corridor.http.edge.validation.DecimalAmount;
import dev.corridor.http.edge.validation.Is;
import dev.corridor.http.edge.validation.OneOf;
import dev.corridor.http.edge.validation.Required;
import dev.corridor.http.edge.validation.Text;
import dev.corridor.http.edge.wire.Parameter;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import java.util.Optional;

/**
 * @param act REVERSE undoes a trade, SETTLE and DECLINE end a fiat payout on the bank's word, RETURN books money of a payout that has come back
 * @param amount of a return, in major units; all that is still out if absent
 * @param reason why
 * @param evidence by what it is known: a ticket, a letter of the bank
 */
@Introspected
record ProposalRequest(
        @Required @OneOf(Proposal.Act.class) String act,
        @Required @Text(max = 36) String transactionId,
        @Nullable @Is(DecimalAmount.class) String amount,
        @Required @Text(max = 500) String reason,
        @Required @Text(max = 400) String evidence)
        implements JsonRequest {

    ProposeMovement.Command toCommand(OnDuty onDuty, Origin origin) {
        return new ProposeMovement.Command(
                onDuty.operator(),
                Proposal.Act.valueOf(act),
                Parameter.parse("transactionId", transactionId, TransactionId::parse),
                Optional.ofNullable(amount),
                reason,
                evidence,
                origin);
    }
}
