package dev.corridor.domain.transaction;

import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.TransactionError.BeneficiaryCoolingOff;
import dev.corridor.domain.transaction.TransactionError.PayoutLimitExceeded;
import dev.corridor.domain.transaction.TransactionError.PayoutLimitExceeded.Per;
import dev.corridor.domain.transaction.TransactionError.PayoutTooLarge;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an operator asks of an organization's payouts of one kind, in one asset. All amounts are in that asset, without the fee; what is empty is not
 * asked. Days are UTC's.
 *
 * @param approvalAbove a payout of more waits until another person has approved it
 * @param mostPerPayout of a single payout
 * @param mostPerDay of all payouts of a day together
 * @param mostPerBeneficiary of all payouts of a day to one beneficiary
 * @param coolingOff how old a beneficiary is before it is paid
 */
public record PayoutControls(
        Optional<Money> approvalAbove,
        Optional<Money> mostPerPayout,
        Optional<Money> mostPerDay,
        Optional<Money> mostPerBeneficiary,
        Optional<Duration> coolingOff) {

    public static final PayoutControls NONE = new PayoutControls(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public static final Duration MAX_COOLING_OFF = Duration.ofDays(365);

    public PayoutControls {
        if (Stream.of(approvalAbove, mostPerPayout, mostPerDay, mostPerBeneficiary).flatMap(Optional::stream).anyMatch(Money::isNegative)) {
            throw new IllegalArgumentException("a bound is zero or more");
        }
        if (coolingOff.filter(time -> time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(MAX_COOLING_OFF) > 0).isPresent()) {
            throw new IllegalArgumentException("a cooling-off lasts a second to " + MAX_COOLING_OFF.toDays() + " days");
        }
    }

    /** Their amounts. */
    public Stream<Money> bounds() {
        return Stream.of(approvalAbove, mostPerPayout, mostPerDay, mostPerBeneficiary).flatMap(Optional::stream);
    }

    public boolean needsApproval(Money amount) {
        return approvalAbove.filter(bound -> bound.isLessThan(amount)).isPresent();
    }

    /** Whether payouts are to be added up by the day. */
    public boolean limitsDays() {
        return mostPerDay.isPresent() || mostPerBeneficiary.isPresent();
    }

    /** Or {@code payout_too_large}. */
    public void requireSize(Money amount) {
        mostPerPayout.filter(most -> most.isLessThan(amount)).ifPresent(most -> {
            throw new BusinessException(new PayoutTooLarge(amount, most));
        });
    }

    /** Or {@code beneficiary_cooling_off}. */
    public void requireCooledOff(Beneficiary beneficiary, Instant now) {
        coolingOff.map(beneficiary.createdAt()::plus).filter(now::isBefore).ifPresent(payableFrom -> {
            throw new BusinessException(new BeneficiaryCoolingOff(beneficiary.id(), payableFrom));
        });
    }

    /**
     * Or {@code payout_limit_exceeded}.
     *
     * @param all with the payout that is being decided
     * @param toBeneficiary likewise
     */
    public void requireWithin(Money amount, PayoutTally all, PayoutTally toBeneficiary) {
        require(Per.DAY, mostPerDay, amount, all);
        require(Per.BENEFICIARY_AND_DAY, mostPerBeneficiary, amount, toBeneficiary);
    }

    private static void require(Per per, Optional<Money> limit, Money amount, PayoutTally with) {
        limit.filter(most -> most.isLessThan(with.used())).ifPresent(most -> {
            throw new BusinessException(new PayoutLimitExceeded(per, most, with.used().minus(amount), amount, with.resetsAt()));
        });
    }
}
