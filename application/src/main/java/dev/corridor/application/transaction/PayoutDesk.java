package dev.corridor.application.transaction;

import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.transaction.Screened.Told;
import dev.corridor.application.transaction.port.Screening;
import dev.corridor.application.transaction.port.Screening.Payment;
import dev.corridor.domain.access.Principal;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Hold;
import dev.corridor.domain.transaction.Hold.Gate;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Movement;
import dev.corridor.domain.transaction.PayoutTally;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.PayoutRefusedByScreening;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Function;

/**
 * What all payouts have in common, over whatever rail: the operator's controls, the screening, the wait where they ask for one, and the moment when the
 * money is set aside and the rail is handed its part. All of it is part of the decision. While a payout waits, nothing of it is counted and no money is set
 * aside, so everything is looked at anew when its wait ends.
 */
public final class PayoutDesk {

    private static final Duration FURTHEST = Duration.ofDays(365);

    private final PayoutRails rails;
    private final Screened screened;
    private final Duration patience;

    /** @param patience how long a payout waits for people's decisions */
    public PayoutDesk(PayoutRails rails, Screening screening, Duration patience) {
        this.rails = rails;
        this.screened = new Screened(screening);
        this.patience = patience;
    }

    /**
     * @param executeAt at once if empty
     * @param id that its transaction gets; a new one if empty
     */
    record Asked(
            Account account,
            Beneficiary beneficiary,
            Money amount,
            Details.Payout details,
            Optional<Instant> executeAt,
            Memo memo,
            Optional<TransactionId> id,
            Principal maker) {}

    /** Or a validation error: what is to be paid later is paid within a year. */
    static void requireSchedule(Optional<Instant> executeAt, Instant now) {
        executeAt.filter(at -> !at.isAfter(now) || at.isAfter(now.plus(FURTHEST))).ifPresent(at -> {
            throw new BusinessException(
                    ValidationError.of("executeAt", "must be in the future, and at most " + FURTHEST.toDays() + " days from now"));
        });
    }

    /** Has a payout begun, or released, with what the screening says of it. */
    <R> R screened(Function<Optional<Told>, R> decide) {
        return screened.decide(decide);
    }

    /** LOCKED, or EXPECTED if it must wait. */
    Transaction begin(OpenBooks open, Asked asked, Optional<Told> told) {
        var controls = open.payoutControls(asked.details().key());
        var organization = asked.account().organization();
        var now = open.now();
        var id = asked.id().orElseGet(open::newTransactionId);
        controls.requireSize(asked.amount());
        controls.requireCooledOff(asked.beneficiary(), asked.executeAt().orElse(now));
        var gates = EnumSet.noneOf(Gate.class);
        if (mustBeReviewed(asked.beneficiary(), asked.amount(), told)) {
            gates.add(Gate.REVIEW);
        }
        if (controls.needsApproval(asked.amount())) {
            gates.add(Gate.APPROVAL);
        }
        if (asked.executeAt().isPresent()) {
            gates.add(Gate.SCHEDULE);
        }
        if (!gates.isEmpty()) {
            var hold = Hold.of(asked.maker().toString(), gates, asked.executeAt(), asked.executeAt().orElse(now).plus(patience));
            return open.record(Transaction.expected(
                    id, organization, asked.account().id(), asked.amount(), asked.details(), asked.memo(), hold, now));
        }
        count(open, asked.details().key(), asked.beneficiary(), asked.amount());
        return lock(open, Transaction.payout(
                id, organization, asked.account().id(), asked.amount(), asked.details(), asked.memo(), now));
    }

    /**
     * Sets the money of a payout aside that has waited, unless the screening now wants the operator to look at it first.
     *
     * @param payer as it was read before the decision
     */
    Transaction release(OpenBooks open, Transaction waiting, Organization payer, Optional<Told> told) {
        var payout = (Details.Payout) waiting.details();
        var account = open.account(waiting.account());
        var beneficiary = open.beneficiary(account.id(), payout.beneficiary());
        rails.requireOpen(payout, waiting.amount().asset(), payer);
        account.requireActive();
        beneficiary.requirePayable();
        open.feeSchedule(payout.key()).asExpected(Optional.of(payout.fee().schedule()));
        var controls = open.payoutControls(payout.key());
        controls.requireSize(waiting.amount());
        controls.requireCooledOff(beneficiary, open.now());
        boolean isReviewed = waiting.hold().orElseThrow().waitsFor().contains(Gate.REVIEW);
        if (mustBeReviewed(beneficiary, waiting.amount(), told) && !isReviewed) {
            return open.record(waiting.review(open.now().plus(patience), open.now()));
        }
        count(open, payout.key(), beneficiary, waiting.amount());
        return lock(open, waiting.release(open.now()));
    }

    private boolean mustBeReviewed(Beneficiary beneficiary, Money amount, Optional<Told> told) {
        return switch (screened.verdict(new Payment(beneficiary.organization(), beneficiary, amount), told)) {
            case ALLOW -> false;
            case REVIEW -> true;
            case REFUSE -> throw new BusinessException(new PayoutRefusedByScreening(beneficiary.id()));
        };
    }

    private Transaction lock(OpenBooks open, Movement movement) {
        var locked = open.post(movement);
        rails.hand(open, locked);
        return locked;
    }

    private static void count(OpenBooks open, FeeKey key, Beneficiary beneficiary, Money amount) {
        var controls = open.payoutControls(key);
        var ofAll = PayoutTally.Key.of(beneficiary.organization(), key);
        if (!controls.limitsDays() && open.payoutTally(ofAll).isEmpty()) {
            return;
        }
        var all = counted(open, ofAll, amount);
        var toBeneficiary = counted(open, ofAll.to(beneficiary.id()), amount);
        controls.requireWithin(amount, all, toBeneficiary);
        open.record(all);
        open.record(toBeneficiary);
    }

    private static PayoutTally counted(OpenBooks open, PayoutTally.Key key, Money amount) {
        return open.payoutTally(key).orElseGet(() -> PayoutTally.begin(key, open.now())).count(amount, open.now());
    }
}
