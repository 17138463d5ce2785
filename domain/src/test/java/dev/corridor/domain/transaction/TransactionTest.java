package dev.corridor.domain.transaction;

import static dev.corridor.domain.money.Asset.USD;
import static dev.corridor.domain.money.Asset.USDC;
import static dev.corridor.domain.transaction.LedgerAccount.available;
import static dev.corridor.domain.transaction.LedgerAccount.locked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.fee.Fee;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.Pricing;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.quote.Spread;
import dev.corridor.domain.transaction.Transaction.Returned;
import dev.corridor.domain.transaction.TransactionError.TransactionAlreadyReversed;
import dev.corridor.domain.transaction.TransactionError.TransactionNotReversible;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TransactionTest {

    private static final Instant NOON = Instant.parse("2025-03-15T12:00:00Z");
    private static final TransactionId ID = new TransactionId(new UUID(1, 1));
    private static final TransactionId REVERSAL = new TransactionId(new UUID(6, 6));
    private static final TransactionId RETURN = new TransactionId(new UUID(9, 9));
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final OrganizationId ORGANIZATION = new OrganizationId(new UUID(2, 2));
    private static final AccountId ACCOUNT = new AccountId(new UUID(3, 3));

    @Test
    void a_trade_has_three_postings_and_the_fee_is_one_of_its_own() {
        var trade = Transaction.trade(ID, aQuote(3, Money.of("10000.00", USD)).execute(NOON));

        assertThat(trade.postings())
                .containsExactly(
                        new Posting(1, available(ACCOUNT), HouseAccount.FX, Money.of("10000.00", USD)),
                        new Posting(2, HouseAccount.FX, HouseAccount.FEES, Money.of("3.00", USD)),
                        new Posting(4, HouseAccount.FX, available(ACCOUNT), Money.of("9997.000000", USDC)));
        assertThat(trade.transaction().status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(trade.transaction().type()).isEqualTo(TransactionType.TRADE);
    }

    @Test
    void a_trade_without_a_fee_has_no_posting_for_it() {
        assertThat(Transaction.trade(ID, aQuote(0, Money.of("10.00", USD)).execute(NOON)).postings())
                .extracting(Posting::line)
                .containsExactly(1, 3);
    }

    @Test
    void a_payout_is_locked_and_then_leaves_the_account() {
        var locked = aPayout();
        var completed = locked.transaction().complete(NOON.plusSeconds(9));

        assertThat(locked.postings())
                .containsExactly(new Posting(1, available(ACCOUNT), locked(ACCOUNT), Money.of("5.000000", USDC)));
        assertThat(completed.postings())
                .containsExactly(new Posting(3, locked(ACCOUNT), HouseAccount.OUTSIDE_WORLD, Money.of("5.000000", USDC)));
        assertThat(completed.transaction().status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(completed.transaction().updatedAt()).isEqualTo(NOON.plusSeconds(9));
    }

    @Test
    void the_fee_of_a_payout_is_set_aside_with_it_and_is_the_houses_when_it_has_arrived() {
        var amount = Money.of("200.00", USDC);
        var fee = new FeeSchedule(Money.of("1.000000", USDC), 10).on(amount);
        var locked = Transaction.payout(ID, ORGANIZATION, ACCOUNT, amount, aCryptoPayout(fee), Memo.EMPTY, NOON);

        assertThat(fee.total()).isEqualTo(Money.of("1.200000", USDC));
        assertThat(locked.postings()).containsExactly(
                new Posting(1, available(ACCOUNT), locked(ACCOUNT), Money.of("201.200000", USDC)));
        assertThat(locked.transaction().complete(NOON).postings()).containsExactly(
                new Posting(3, locked(ACCOUNT), HouseAccount.OUTSIDE_WORLD, amount),
                new Posting(5, locked(ACCOUNT), HouseAccount.FEES, fee.total()));
        assertThat(locked.transaction().decline(NOON).postings()).containsExactly(
                new Posting(3, locked(ACCOUNT), available(ACCOUNT), Money.of("201.200000", USDC)));
    }

    @Test
    void a_declined_payout_gives_the_money_back() {
        var declined = aPayout().transaction().decline(NOON);

        assertThat(declined.postings())
                .containsExactly(new Posting(3, locked(ACCOUNT), available(ACCOUNT), Money.of("5.000000", USDC)));
        assertThat(declined.transaction().status()).isEqualTo(TransactionStatus.DECLINED);
    }

    @Test
    void a_payout_does_not_end_before_it_began_whatever_the_next_clock_says() {
        assertThat(aPayout().transaction().complete(NOON.minusSeconds(1)).transaction().updatedAt()).isEqualTo(NOON);
        assertThat(aPayout().transaction().decline(NOON.minusSeconds(1)).transaction().updatedAt()).isEqualTo(NOON);
    }

    @Test
    void a_payout_ends_once() {
        var completed = aPayout().transaction().complete(NOON).transaction();

        assertThatThrownBy(() -> completed.decline(NOON))
                .isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error())
                        .isEqualTo(new InvalidRequest("The transaction is COMPLETED; only a LOCKED one can be settled or declined.")));
    }

    @Test
    void money_comes_in_from_a_bank_or_over_a_chain() {
        assertThat(Transaction.payin(ID, ORGANIZATION, ACCOUNT, Money.of("1.00", USD), NOON).transaction().type())
                .isEqualTo(TransactionType.FIAT_PAYIN);
        assertThat(Transaction.payin(ID, ORGANIZATION, ACCOUNT, Money.of("1", USDC), NOON).transaction().type())
                .isEqualTo(TransactionType.CRYPTO_PAYIN);
    }

    @Test
    void a_reversed_trade_moves_everything_back_the_fee_included() {
        var trade = Transaction.trade(ID, aQuote(3, Money.of("10000.00", USD)).execute(NOON)).transaction();

        var reversal = Transaction.reversal(trade.reverse(REVERSAL, WINDOW, NOON.plusSeconds(9)), "operator", "Wrong account", "Ticket 7",
                NOON.plusSeconds(9));

        assertThat(reversal.postings())
                .containsExactly(
                        new Posting(1, available(ACCOUNT), HouseAccount.FX, Money.of("-10000.00", USD)),
                        new Posting(2, HouseAccount.FX, HouseAccount.FEES, Money.of("-3.00", USD)),
                        new Posting(4, HouseAccount.FX, available(ACCOUNT), Money.of("-9997.000000", USDC)));
        assertThat(reversal.transaction())
                .isEqualTo(new Transaction(
                        REVERSAL,
                        ORGANIZATION,
                        ACCOUNT,
                        TransactionStatus.COMPLETED,
                        Money.of("10000.00", USD),
                        new Details.Adjustment(ID, "operator", "Ticket 7"),
                        new Memo("Wrong account", List.of(), Map.of()),
                        NOON.plusSeconds(9),
                        NOON.plusSeconds(9),
                        Optional.empty()));
    }

    @Test
    void what_is_reversed_stays_as_it_was_and_knows_by_what() {
        var trade = Transaction.trade(ID, aQuote(3, Money.of("10000.00", USD)).execute(NOON)).transaction();

        var reversed = trade.reverse(REVERSAL, WINDOW, NOON);

        assertThat(reversed.reversedBy()).contains(REVERSAL);
        assertThat(reversed.status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(reversed.updatedAt()).isEqualTo(trade.updatedAt());
    }

    @Test
    void a_trade_is_reversed_once_however_late_it_is_asked_for_again() {
        var reversed = aTrade().reverse(REVERSAL, WINDOW, NOON);

        assertRefused(
                () -> reversed.reverse(new TransactionId(new UUID(7, 7)), WINDOW, NOON.plus(WINDOW)), new TransactionAlreadyReversed(ID, REVERSAL));
    }

    @Test
    void a_trade_can_be_reversed_until_its_window_ends() {
        var trade = aTrade();

        assertThat(trade.reverse(REVERSAL, WINDOW, NOON.plus(WINDOW).minusMillis(1)).reversedBy()).contains(REVERSAL);
        assertRefused(
                () -> trade.reverse(REVERSAL, WINDOW, NOON.plus(WINDOW)),
                new TransactionNotReversible(ID, TransactionType.TRADE, TransactionStatus.COMPLETED, 10));
    }

    @Test
    void nothing_but_a_trade_is_reversed_least_of_all_what_has_left() {
        var payin = Transaction.payin(ID, ORGANIZATION, ACCOUNT, Money.of("1.00", USD), NOON).transaction();
        var locked = aPayout().transaction();
        var declined = locked.decline(NOON).transaction();
        var arrived = locked.complete(NOON).transaction();
        var returned = arrived.takeBack(RETURN, arrived.amount(), NOON);
        var reversal = Transaction.reversal(aTrade().reverse(REVERSAL, WINDOW, NOON), "operator", "Why", "How", NOON).transaction();

        Stream.of(payin, locked, declined, arrived, returned, Transaction.payoutReturn(returned, "camt.053").transaction(), reversal)
                .forEach(transaction -> assertRefused(
                        () -> transaction.reverse(new TransactionId(new UUID(7, 7)), WINDOW, NOON),
                        new TransactionNotReversible(transaction.id(), transaction.type(), transaction.status(), 10)));
    }

    @Test
    void money_of_a_payout_comes_back_from_outside_by_a_movement_of_its_own() {
        var arrived = aPayout().transaction().complete(NOON).transaction();

        var partly = arrived.takeBack(RETURN, Money.of("2.000000", USDC), NOON.plusSeconds(9));
        var movement = Transaction.payoutReturn(partly, "0xbeef");

        assertThat(partly.status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(partly.outstanding()).isEqualTo(Money.of("3.000000", USDC));
        assertThat(movement.postings())
                .containsExactly(new Posting(1, HouseAccount.OUTSIDE_WORLD, available(ACCOUNT), Money.of("2.000000", USDC)));
        assertThat(movement.transaction())
                .isEqualTo(new Transaction(
                        RETURN,
                        ORGANIZATION,
                        ACCOUNT,
                        TransactionStatus.COMPLETED,
                        Money.of("2.000000", USDC),
                        new Details.PayoutReturn(ID, TransactionType.CRYPTO_PAYIN, "0xbeef"),
                        Memo.EMPTY,
                        NOON.plusSeconds(9),
                        NOON.plusSeconds(9),
                        Optional.empty()));
    }

    @Test
    void a_payout_is_refunded_when_all_is_back() {
        var other = new TransactionId(new UUID(8, 8));
        var arrived = aPayout().transaction().complete(NOON).transaction();

        var refunded = arrived.takeBack(RETURN, Money.of("2.000000", USDC), NOON).takeBack(other, Money.of("3.000000", USDC), NOON.plusSeconds(1));

        assertThat(refunded.status()).isEqualTo(TransactionStatus.REFUNDED);
        assertThat(refunded.returns())
                .containsExactly(
                        new Returned(RETURN, Money.of("2.000000", USDC), NOON),
                        new Returned(other, Money.of("3.000000", USDC), NOON.plusSeconds(1)));
        assertRefused(
                () -> refunded.takeBack(other, Money.of("0.000001", USDC), NOON),
                new InvalidRequest("The transaction is REFUNDED; only a COMPLETED payout can come back."));
    }

    @Test
    void no_more_comes_back_than_has_left() {
        var partly = aPayout().transaction().complete(NOON).transaction().takeBack(RETURN, Money.of("2.000000", USDC), NOON);

        Stream.of("3.000001", "0", "-1")
                .forEach(amount -> assertRefused(
                        () -> partly.takeBack(REVERSAL, Money.of(amount, USDC), NOON),
                        ValidationError.of("amount", "must be more than nothing and no more than what is out: 3.000000 USDC")));
    }

    private static Transaction aTrade() {
        return Transaction.trade(ID, aQuote(3, Money.of("10000.00", USD)).execute(NOON)).transaction();
    }

    @Test
    void nothing_is_no_movement() {
        var transaction = aPayout().transaction();

        assertThatThrownBy(() -> new Movement(transaction, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void every_movement_sums_to_zero_in_each_asset(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long units, @ForAll @IntRange(max = 1000) int basisPoints) {
        var fee = new FeeSchedule(Money.of("1.000000", USDC), basisPoints).on(Money.ofUnits(units, USDC));
        var trade = Transaction.trade(ID, aQuote(basisPoints, Money.ofUnits(units + 1, USD)).execute(NOON));
        var payout = Transaction.payout(
                ID, ORGANIZATION, ACCOUNT, Money.ofUnits(units, USDC), aCryptoPayout(fee), Memo.EMPTY, NOON);

        Stream.of(trade, payout, payout.transaction().complete(NOON), payout.transaction().decline(NOON))
                .forEach(movement -> Stream.of(USD, USDC).forEach(asset -> assertThat(sum(movement, asset)).isZero()));
    }

    @Property
    void what_is_reversed_or_returned_leaves_every_ledger_account_as_it_was(
            @ForAll @LongRange(min = 2, max = 1_000_000_000_000L) long units, @ForAll @IntRange(max = 1000) int basisPoints) {
        var trade = Transaction.trade(ID, aQuote(basisPoints, Money.ofUnits(units, USD)).execute(NOON));
        var locked = Transaction.payout(
                ID, ORGANIZATION, ACCOUNT, Money.ofUnits(units, USDC), aCryptoPayout(), Memo.EMPTY, NOON);
        var arrived = locked.transaction().complete(NOON);

        Stream.of(List.of(trade), List.of(locked, arrived)).forEach(steps -> {
            var done = steps.getLast().transaction();
            var back = done.type() == TransactionType.TRADE
                    ? Transaction.reversal(done.reverse(REVERSAL, WINDOW, NOON), "operator", "Why", "How", NOON)
                    : Transaction.payoutReturn(done.takeBack(REVERSAL, done.amount(), NOON), "How");
            assertThat(sums(Stream.concat(steps.stream(), Stream.of(back)))).allSatisfy((place, sum) -> assertThat(sum).isZero());
        });
    }

    /** What the movements leave on each ledger account, per asset. */
    private static Map<List<Object>, Long> sums(Stream<Movement> movements) {
        return movements
                .flatMap(movement -> movement.postings().stream())
                .flatMap(posting -> posting.sides().stream())
                .collect(Collectors.groupingBy(
                        side -> List.of(side.place(), side.change().asset()),
                        Collectors.summingLong(side -> side.change().units())));
    }

    private static void assertRefused(ThrowingCallable call, BusinessError expected) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.error()).isEqualTo(expected));
    }

    private static long sum(Movement movement, Asset asset) {
        return movement.postings().stream()
                .flatMap(posting -> posting.sides().stream())
                .map(Posting.Side::change)
                .filter(amount -> amount.asset().equals(asset))
                .mapToLong(Money::units)
                .sum();
    }

    private static Movement aPayout() {
        return Transaction.payout(
                ID, ORGANIZATION, ACCOUNT, Money.of("5.000000", USDC), aCryptoPayout(), Memo.EMPTY, NOON);
    }

    private static Details.Payout aCryptoPayout() {
        return aCryptoPayout(Fee.none(USDC));
    }

    private static Details.Payout aCryptoPayout(Fee fee) {
        return new Details.CryptoPayout(new BeneficiaryId(new UUID(4, 4)), ChainName.ETHEREUM_SEPOLIA, "0xabc", Optional.empty(), fee);
    }

    private static Quote aQuote(int basisPoints, Money from) {
        var pricing = new Pricing(Duration.ofMinutes(5), new Spread(basisPoints));
        var conversion = pricing.spreads().sell(from, Rate.of("1", USD, USDC));
        return Quote.issue(new QuoteId(new UUID(5, 5)), ORGANIZATION, ACCOUNT, conversion, pricing, NOON);
    }
}
