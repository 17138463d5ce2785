package dev.corridor.application.transaction;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.transaction.Screened.Told;
import dev.corridor.domain.beneficiary.IssuedAsset;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.transaction.Details.CryptoPayout;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed.PayoutOutcome;
import dev.corridor.domain.transaction.TransactionStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public final class PayOutCryptoService implements PayOutCrypto {

    private static final Logger LOG = System.getLogger(PayOutCryptoService.class.getName());

    private final Books books;
    private final PayoutRails rails;
    private final PayoutDesk desk;
    private final NewWalletLimit newWalletLimit;
    private final PayoutDispatcher dispatcher;
    private final Executor executor;
    private final Duration patience;

    /**
     * @param executor dispatches each payout, which goes on when the patience is at its end
     * @param patience how long the answer waits for the chain to accept the payout
     */
    public PayOutCryptoService(
            Books books,
            PayoutRails rails,
            PayoutDesk desk,
            NewWalletLimit newWalletLimit,
            PayoutDispatcher dispatcher,
            Executor executor,
            Duration patience) {
        this.books = books;
        this.rails = rails;
        this.desk = desk;
        this.newWalletLimit = newWalletLimit;
        this.dispatcher = dispatcher;
        this.executor = executor;
        this.patience = patience;
    }

    @Override
    public Transaction payOut(Command command) {
        var organization = rails.organization(command.caller().organization());
        newWalletLimit.require(organization.id(), command.account(), command.beneficiary());
        var subjects = Subjects.beneficiary(command.caller(), command.account(), command.beneficiary())
                .with(FeeKey.cryptoPayout(command.amount().asset()))
                .with(command.memo().reference())
                .withAny(command.id());
        var payout = desk.screened(told -> books.decide(command.once(), subjects,
                open -> command.id().flatMap(open::known).orElseGet(() -> decide(open, command, organization, told))));
        if (payout.status() == TransactionStatus.EXPECTED || command.id().isPresent()) {
            return payout;
        }
        var turn = dispatch(payout, command);
        return switch (turn.sending()) {
            case ACCEPTED -> turn.txHash().map(payout::sentAs).orElse(payout);
            case REFUSED -> throw new BusinessException(new ChainSendFailed(payout.id(), PayoutOutcome.DECLINED));
            case UNKNOWN -> throw new BusinessException(new ChainSendFailed(payout.id(), PayoutOutcome.UNKNOWN));
        };
    }

    private Transaction decide(OpenBooks open, Command command, Organization organization, Optional<Told> told) {
        IssuedAsset.requirePayable(command.amount(), command.chain());
        PayoutDesk.requireSchedule(command.executeAt(), open.now());
        var account = open.account(command.account());
        var beneficiary = open.beneficiary(account.id(), command.beneficiary());
        command.chain().requireEnvironment(command.caller().environment());
        var address = beneficiary.addressOn(command.chain()).address();
        organization.requireCryptoPayouts();
        account.requireActive();
        beneficiary.requirePayable();
        var key = FeeKey.cryptoPayout(command.amount().asset());
        var fee = open.feeSchedule(key).asExpected(command.expectedFee()).on(command.amount());
        var details = new CryptoPayout(beneficiary.id(), command.chain(), address, Optional.empty(), fee);
        rails.requireOpen(details, command.amount().asset(), organization);
        var asked = new PayoutDesk.Asked(
                account, beneficiary, command.amount(), details, command.executeAt(), command.memo(), command.id(), command.caller().principal());
        return desk.begin(open, asked, told);
    }

    /** What fails here is taken up again from the outbox. */
    private PayoutDispatcher.Turn dispatch(Transaction payout, Command command) {
        var transfer = PayoutRails.transferOf(payout, (CryptoPayout) payout.details());
        var request = command.once().request().map(Once.Request::key);
        var dispatched = CompletableFuture.supplyAsync(() -> dispatcher.begin(transfer, request), executor);
        try {
            return dispatched.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return PayoutDispatcher.Turn.UNKNOWN;
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, payout.id() + " could not be dispatched; it stays LOCKED until its next turn", e.getCause());
            return PayoutDispatcher.Turn.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return PayoutDispatcher.Turn.UNKNOWN;
        }
    }
}
