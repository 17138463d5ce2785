package dev.corridor.application.transaction;

import dev.corridor.application.transaction.port.Outbox;
import dev.corridor.application.transaction.port.Outbox.Outgoing;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;

public final class GetTimelineService implements GetTimeline {

    private final Transactions transactions;
    private final Outbox outbox;

    public GetTimelineService(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @Override
    public Result get(Command command) {
        var organization = command.caller().organization();
        var transaction = transactions.find(organization, command.transaction())
                .orElseThrow(() -> new BusinessException(new NotFound("Transaction")));
        return new Result(
                transaction,
                transactions.entries(organization, transaction.id()),
                outbox.find(organization, transaction.id()).map(GetTimelineService::sending));
    }

    private static Sending sending(Outgoing outgoing) {
        var attempts = outgoing.signed().stream().map(signed -> new Attempt(signed.txHash(), signed.signedAt())).toList();
        return new Sending(outgoing.isWithdrawn(), outgoing.failures(), attempts);
    }
}
