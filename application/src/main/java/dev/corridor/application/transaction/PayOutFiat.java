package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryAlreadyArchived;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryNotFound;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.fee.FeeError.FeeScheduleDrifted;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.reference.ReferenceError.ReferenceTaken;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.BeneficiaryCoolingOff;
import dev.corridor.domain.transaction.TransactionError.PayoutLimitExceeded;
import dev.corridor.domain.transaction.TransactionError.PayoutRefusedByScreening;
import dev.corridor.domain.transaction.TransactionError.PayoutTooLarge;
import dev.corridor.domain.transaction.TransactionError.ScreeningUnavailable;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Instant;
import java.util.Optional;

/**
 * Pays a beneficiary through a bank. The money is set aside at once and stays LOCKED until the bank has answered. Asking twice pays twice. The
 * fee is on top of the amount, and set aside, released and charged with it.
 *
 * <p>With a time, it waits for it too, EXPECTED, for at most a year; a time that has passed, or is further away, is a validation error. All is decided anew at
 * that time, see {@link EndWaits}.
 *
 * <p>Where the operator or the screening asks for it, the payout is EXPECTED and waits, see {@link JudgePayout} and {@link ReviewPayout}; nothing is set aside then.
 *
 * <p>An amount that the method's messages cannot carry is a validation error. An invalid request is a beneficiary that is no bank account, or one paid by another method or in another asset.
 * A method and asset that no connected bank pays is forbidden.
 */
public interface PayOutFiat {

    @Refuses({
        ValidationError.class,
        AccountNotFound.class,
        BeneficiaryNotFound.class,
        InvalidRequest.class,
        Forbidden.class,
        BeneficiaryAlreadyArchived.class,
        FeeScheduleDrifted.class,
        PayoutTooLarge.class,
        BeneficiaryCoolingOff.class,
        ScreeningUnavailable.class,
        PayoutRefusedByScreening.class,
        PayoutLimitExceeded.class,
        ReferenceTaken.class,
        InsufficientFunds.class
    })
    Transaction payOut(Command command);

    /**
     * @param expectedFee the payout is refused if it would be charged by another schedule; empty accepts any
     * @param executeAt at once if empty
     * @param id that its transaction gets; one that exists is the answer, and nothing is decided. Empty for a new one
     */
    record Command(
            Caller caller,
            AccountId account,
            BeneficiaryId beneficiary,
            Money amount,
            BankMethod method,
            Optional<FeeSchedule> expectedFee,
            Optional<Instant> executeAt,
            Memo memo,
            Optional<TransactionId> id,
            Once<Transaction> once) {

        /** At once. */
        public Command(
                Caller caller,
                AccountId account,
                BeneficiaryId beneficiary,
                Money amount,
                BankMethod method,
                Optional<FeeSchedule> expectedFee,
                Memo memo,
                Once<Transaction> once) {
            this(caller, account, beneficiary, amount, method, expectedFee, Optional.empty(), memo, Optional.empty(), once);
        }

        /** Takes effect each time it is asked, whatever the fee. */
        public Command(
                Caller caller,
                AccountId account,
                BeneficiaryId beneficiary,
                Money amount,
                BankMethod method,
                Memo memo) {
            this(caller, account, beneficiary, amount, method, Optional.empty(), memo, Once.eachTime());
        }
    }
}
