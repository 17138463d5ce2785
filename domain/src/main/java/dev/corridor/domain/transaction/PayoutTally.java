package dev.corridor.domain.transaction;

import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an organization's payouts of a day come to. It is begun by the first payout for which a day is bounded, and goes on from day to day, so that
 * changing a bound changes nothing of what is counted.
 *
 * @param since the time of the first payout that was counted
 * @param day UTC's, of the last payout that was counted
 * @param counted what was set aside on that day
 * @param givenBack the part of it that was DECLINED since
 */
public record PayoutTally(Key key, Instant since, LocalDate day, Money counted, Money givenBack) {

    /** @param beneficiary empty for the payouts to all of them */
    public record Key(OrganizationId organization, FeeKey of, Optional<BeneficiaryId> beneficiary) {

        /** Of all the organization's payouts. */
        public static Key of(OrganizationId organization, FeeKey of) {
            return new Key(organization, of, Optional.empty());
        }

        /** Of those to one beneficiary. */
        public Key to(BeneficiaryId one) {
            return new Key(organization, of, Optional.of(one));
        }
    }

    /** Under which the payout is counted. */
    public static List<Key> keysOf(Transaction payout) {
        if (!(payout.details() instanceof Details.Payout details)) {
            throw new IllegalArgumentException(payout.id() + " is no payout");
        }
        var all = Key.of(payout.organization(), details.key());
        return List.of(all, all.to(details.beneficiary()));
    }

    public static PayoutTally begin(Key key, Instant now) {
        return new PayoutTally(key, now, dayOf(now), Money.zero(key.of().asset()), Money.zero(key.of().asset()));
    }

    public Money used() {
        return counted.minus(givenBack);
    }

    /** When a new day begins. */
    public Instant resetsAt() {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** With a payout that is set aside now. Clocks differ, and a day that is over does not come back. */
    public PayoutTally count(Money amount, Instant now) {
        return dayOf(now).isAfter(day)
                ? new PayoutTally(key, since, dayOf(now), amount, Money.zero(amount.asset()))
                : new PayoutTally(key, since, day, counted.plus(amount), givenBack);
    }

    /** Takes a payout that was DECLINED off the tallies, if it was counted and its day is not over. */
    public static void giveBack(Transaction declined, Map<Key, PayoutTally> tallies) {
        var keys = keysOf(declined);
        Optional.ofNullable(tallies.get(keys.getFirst()))
                .flatMap(all -> declined.lockedAt().filter(all::counts))
                .ifPresent(lockedAt -> keys.forEach(key -> tallies.computeIfPresent(
                        key, (known, tally) -> tally.giveBack(declined.amount(), dayOf(lockedAt)))));
    }

    private PayoutTally giveBack(Money amount, LocalDate of) {
        return day.equals(of) ? new PayoutTally(key, since, day, counted, givenBack.plus(amount)) : this;
    }

    private boolean counts(Instant lockedAt) {
        return !lockedAt.isBefore(since) && dayOf(lockedAt).equals(day);
    }

    private static LocalDate dayOf(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
