package dev.corridor.application.funding;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.funding.port.Receipts;
import dev.corridor.application.transaction.RailWatch;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.AccountStatus;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.funding.Arrival;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.funding.Receipt.Credit;
import dev.corridor.domain.funding.Receipt.Credited;
import dev.corridor.domain.funding.Receipt.Suspended;
import dev.corridor.domain.funding.SuspenseReason;
import dev.corridor.domain.funding.Value;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Transaction;
import java.time.InstantSource;

public final class RecordReceiptService implements RecordReceipt {

    private final Books books;
    private final Receipts receipts;
    private final InstantSource clock;
    private final RailWatch watch;

    public RecordReceiptService(Books books, Receipts receipts, InstantSource clock, RailWatch watch) {
        this.books = books;
        this.receipts = receipts;
        this.clock = clock;
        this.watch = watch;
    }

    private record Recorded(Receipt receipt, boolean isNew) {}

    @Override
    public Receipt record(Command command) {
        var arrival = command.arrival();
        return switch (command.owner()) {
            case Owner.Nobody nobody -> suspend(arrival, nobody.reason());
            case Owner.OfAccount of -> switch (arrival.value()) {
                case Value.Foreign foreign -> suspend(arrival, SuspenseReason.UNKNOWN_ASSET);
                case Value.Known known -> credit(arrival, known.money(), of);
            };
        };
    }

    private Receipt suspend(Arrival arrival, SuspenseReason reason) {
        var suspended = new Suspended(arrival, reason, clock.instant());
        var kept = receipts.keep(suspended);
        if (kept.equals(suspended)) {
            watch.received(arrival.rail(), false);
        }
        return kept;
    }

    private Receipt credit(Arrival arrival, Money amount, Owner.OfAccount owner) {
        var subjects = Subjects.account(owner.organization(), owner.account()).with(arrival.receipt());
        try {
            var recorded = books.decide(subjects, open -> open.receipt(arrival.receipt())
                    .map(known -> new Recorded(known, false))
                    .orElseGet(() -> new Recorded(decide(open, arrival, amount, owner.account()), true)));
            if (recorded.isNew()) {
                watch.received(arrival.rail(), recorded.receipt() instanceof Credited);
            }
            return recorded.receipt();
        } catch (BusinessException e) {
            if (e.error() instanceof InvalidRequest) {
                return suspend(arrival, SuspenseReason.BALANCE_FULL);
            }
            if (e.error().equals(ServiceUnavailable.moving())) {
                return suspend(arrival, SuspenseReason.ORGANIZATION_AWAY);
            }
            throw e;
        }
    }

    private static Receipt decide(OpenBooks open, Arrival arrival, Money amount, AccountId to) {
        var account = open.account(to);
        if (account.status() == AccountStatus.CLOSED) {
            return recorded(open, new Suspended(arrival, SuspenseReason.ACCOUNT_CLOSED, open.now()));
        }
        var payin = open.post(Transaction.payin(
                open.newTransactionId(), account.organization(), account.id(), amount, arrival.details(), open.now()));
        return recorded(open, new Credited(arrival, new Credit(account.organization(), account.id(), payin.id()), open.now()));
    }

    private static Receipt recorded(OpenBooks open, Receipt receipt) {
        open.record(receipt);
        return receipt;
    }
}
