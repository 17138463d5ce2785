package dev.corridor.application.transaction;

import dev.corridor.application.books.OpenBooks;
import dev.corridor.domain.access.Principal;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Hold;
import dev.corridor.domain.transaction.Hold.Gate;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Movement;
import dev.corridor.domain.transaction.PayoutTally;
import dev.corridor.domain.transaction.Transaction;
import java.time.Duration;
import java.util.Set;

/**
 * What all payouts have in common, over whatever rail: the operator's controls, the wait where they ask for one, and the moment when the money is set
 * aside and the rail is handed its part. All of it is part of the decision. While a payout waits, nothing of it is counted and no money is set aside, so everything is looked at anew when
 * its wait ends.
 */
public final class PayoutDesk {

    private final PayoutRails rails;
    private final Duration patience;

    /** @param patience how long a payout waits for its approval */
    public PayoutDesk(PayoutRails rails, Duration patience) {
        this.rails = rails;
        this.patience = patience;
    }

    record Asked(Account account, Beneficiary beneficiary, Money amount, Details.Payout details, Memo memo, Principal maker) {}

    /** LOCKED, or EXPECTED if it must wait. */
    Transaction begin(OpenBooks open, Asked asked) {
        var controls = open.payoutControls(asked.details().key());
        var organization = asked.account().organization();
        var now = open.now();
        controls.requireSize(asked.amount());
        controls.requireCooledOff(asked.beneficiary(), now);
        if (controls.needsApproval(asked.amount())) {
            var hold = Hold.of(asked.maker().toString(), Set.of(Gate.APPROVAL), now.plus(patience));
            return open.record(Transaction.expected(
                    open.newTransactionId(), organization, asked.account().id(), asked.amount(), asked.details(), asked.memo(), hold, now));
        }
        count(open, asked.details().key(), asked.beneficiary(), asked.amount());
        return lock(open, Transaction.payout(
                open.newTransactionId(), organization, asked.account().id(), asked.amount(), asked.details(), asked.memo(), now));
    }

    /**
     * Sets the money of a payout aside that has waited.
     *
     * @param by whose decision it is, as the text of a principal
     */
    Transaction release(OpenBooks open, Transaction waiting, Beneficiary beneficiary, String by) {
        var key = ((Details.Payout) waiting.details()).key();
        var controls = open.payoutControls(key);
        var released = waiting.release(by, open.now());
        controls.requireSize(waiting.amount());
        controls.requireCooledOff(beneficiary, open.now());
        count(open, key, beneficiary, waiting.amount());
        return lock(open, released);
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
