package dev.corridor.domain.transaction;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BankMethod;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A payout that is asked for, and not decided yet.
 *
 * @param expectedFee it is refused if it would be charged by another schedule; empty accepts any
 * @param executeAt at once if empty
 */
public record PayoutOrder(
        AccountId account,
        BeneficiaryId beneficiary,
        Money amount,
        Way way,
        Optional<FeeSchedule> expectedFee,
        Optional<Instant> executeAt,
        Memo memo) {

    /** How it leaves. */
    public sealed interface Way {

        record OverBank(BankMethod method) implements Way {}

        record OverChain(ChainName chain) implements Way {}
    }
}
