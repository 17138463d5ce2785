package dev.corridor.application.transaction;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.transaction.port.NetworkOutbox;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ErrorKind;
import dev.corridor.domain.transaction.Details.NetworkTransferIn;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.NetworkTransfer;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionStatus;

/**
 * Takes a transfer out of clearing: to the receiver, or back to the sender. Each step is one decision on the books of one organization, and can be
 * repeated by another node after a crash.
 *
 * <p>The receiver's decision is written down whatever it is: a COMPLETED or a DECLINED transaction, one for each transfer. It stands under the lock of the
 * receiving account, so a worker that comes later finds it. Money goes back only after a DECLINED one. So it cannot arrive and go back too.
 */
public final class TransferDelivery {

    private final Books books;
    private final NetworkOutbox outbox;

    public TransferDelivery(Books books, NetworkOutbox outbox) {
        this.books = books;
        this.outbox = outbox;
    }

    /** Repeating it changes nothing. */
    void deliver(NetworkTransfer transfer) {
        var credit = credit(transfer);
        if (credit.status() == TransactionStatus.DECLINED) {
            sendBack(transfer);
        }
        outbox.end(transfer);
    }

    private Transaction credit(NetworkTransfer transfer) {
        var subjects = Subjects.credit(transfer.receiver(), transfer.account(), transfer.transaction());
        try {
            return books.decide(subjects, open -> open.credit().orElseGet(() -> takeIn(open, transfer)));
        } catch (BusinessException e) {
            if (e.error().kind() == ErrorKind.UNAVAILABLE) {
                throw e;
            }
            return books.decide(subjects, open -> open.credit().orElseGet(() -> refuse(open, transfer)));
        }
    }

    private static Transaction takeIn(OpenBooks open, NetworkTransfer transfer) {
        open.account(transfer.account()).requireActive();
        return open.post(Transaction.transferIn(
                open.newTransactionId(),
                transfer.receiver(),
                transfer.account(),
                transfer.amount(),
                details(transfer),
                Memo.saying(transfer.note()),
                open.now()));
    }

    private static Transaction refuse(OpenBooks open, NetworkTransfer transfer) {
        var refused = Transaction.refusedTransfer(
                open.newTransactionId(),
                transfer.receiver(),
                transfer.account(),
                transfer.amount(),
                details(transfer),
                Memo.saying(transfer.note()),
                open.now());
        open.record(refused);
        return refused;
    }

    private static NetworkTransferIn details(NetworkTransfer transfer) {
        return new NetworkTransferIn(transfer.transaction(), transfer.senderHandle(), transfer.senderName());
    }

    /** An account that is not ACTIVE any more gets its money back too. */
    private void sendBack(NetworkTransfer transfer) {
        books.decide(Subjects.transaction(transfer.organization(), transfer.transaction()), open -> {
            var debit = open.transaction(transfer.transaction());
            return debit.status() == TransactionStatus.COMPLETED ? open.post(debit.sendBack(open.now())) : debit;
        });
    }
}
