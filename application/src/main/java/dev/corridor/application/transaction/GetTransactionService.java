package dev.corridor.application.transaction;

import dev.corridor.application.transaction.port.BankOutbox;
import dev.corridor.application.transaction.port.Outbox;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Dispatch;
import dev.corridor.domain.transaction.Transaction;
import java.time.Duration;
import java.util.Optional;

public final class GetTransactionService implements GetTransaction {

    private final Transactions transactions;
    private final Outbox chains;
    private final BankOutbox banks;
    private final Duration lease;

    /** @param lease of claims of crypto payouts */
    public GetTransactionService(Transactions transactions, Outbox chains, BankOutbox banks, Duration lease) {
        this.transactions = transactions;
        this.chains = chains;
        this.banks = banks;
        this.lease = lease;
    }

    @Override
    public Result get(Command command) {
        var transaction = transactions
                .find(command.caller().organization(), command.transaction())
                .orElseThrow(() -> new BusinessException(new NotFound("Transaction")));
        return new Result(transaction, dispatch(transaction));
    }

    private Optional<Dispatch> dispatch(Transaction transaction) {
        return switch (transaction.details()) {
            case Details.CryptoPayout payout -> chains.dispatch(transaction.organization(), transaction.id(), lease);
            case Details.FiatPayout payout -> banks.dispatch(transaction.organization(), transaction.id());
            case Details.Trade trade -> Optional.empty();
            case Details.CryptoPayin payin -> Optional.empty();
            case Details.FiatPayin payin -> Optional.empty();
            case Details.PayoutReturn back -> Optional.empty();
            case Details.Adjustment adjustment -> Optional.empty();
            case Details.Transfer transfer -> Optional.empty();
        };
    }
}
