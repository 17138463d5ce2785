package dev.corridor.domain.transaction;

import static dev.corridor.domain.money.Asset.USD;
import static dev.corridor.domain.money.Asset.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Bucket;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.domain.quote.Spread;
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
    private static final OrganizationId ORGANIZATION = new OrganizationId(new UUID(2, 2));
    private static final AccountId ACCOUNT = new AccountId(new UUID(3, 3));

    @Test
    void a_trade_has_five_entries_and_the_fee_is_one_of_its_own() {
        var trade = Transaction.trade(ID, aQuote(3, Money.of("10000.00", USD)).execute(NOON));

        assertThat(trade.entries())
                .containsExactly(
                        new Entry(1, LedgerAccount.available(ACCOUNT), Money.of("-10000.00", USD)),
                        new Entry(2, HouseAccount.FX, Money.of("9997.00", USD)),
                        new Entry(3, HouseAccount.FEES, Money.of("3.00", USD)),
                        new Entry(4, HouseAccount.FX, Money.of("-9997.000000", USDC)),
                        new Entry(5, LedgerAccount.available(ACCOUNT), Money.of("9997.000000", USDC)));
        assertThat(trade.transaction().status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(trade.transaction().type()).isEqualTo(TransactionType.TRADE);
    }

    @Test
    void a_trade_without_a_fee_has_no_entry_for_it() {
        assertThat(Transaction.trade(ID, aQuote(0, Money.of("10.00", USD)).execute(NOON)).entries()).hasSize(4);
    }

    @Test
    void a_payout_is_locked_and_then_leaves_the_account() {
        var locked = aPayout();
        var completed = locked.transaction().complete(NOON.plusSeconds(9));

        assertThat(locked.entries())
                .containsExactly(
                        new Entry(1, LedgerAccount.available(ACCOUNT), Money.of("-5.000000", USDC)),
                        new Entry(2, LedgerAccount.locked(ACCOUNT), Money.of("5.000000", USDC)));
        assertThat(completed.entries())
                .containsExactly(
                        new Entry(3, LedgerAccount.locked(ACCOUNT), Money.of("-5.000000", USDC)),
                        new Entry(4, HouseAccount.OUTSIDE_WORLD, Money.of("5.000000", USDC)));
        assertThat(completed.transaction().status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(completed.transaction().updatedAt()).isEqualTo(NOON.plusSeconds(9));
    }

    @Test
    void a_declined_payout_gives_the_money_back() {
        var declined = aPayout().transaction().decline(NOON);

        assertThat(declined.entries())
                .containsExactly(
                        new Entry(3, LedgerAccount.locked(ACCOUNT), Money.of("-5.000000", USDC)),
                        new Entry(4, LedgerAccount.available(ACCOUNT), Money.of("5.000000", USDC)));
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

        var reversal = Transaction.reversal(trade.reverse(REVERSAL), "Wrong account", NOON.plusSeconds(9));

        assertThat(reversal.entries())
                .containsExactly(
                        new Entry(1, LedgerAccount.available(ACCOUNT), Money.of("10000.00", USD)),
                        new Entry(2, HouseAccount.FX, Money.of("-9997.00", USD)),
                        new Entry(3, HouseAccount.FEES, Money.of("-3.00", USD)),
                        new Entry(4, HouseAccount.FX, Money.of("9997.000000", USDC)),
                        new Entry(5, LedgerAccount.available(ACCOUNT), Money.of("-9997.000000", USDC)));
        assertThat(reversal.transaction())
                .isEqualTo(new Transaction(
                        REVERSAL,
                        ORGANIZATION,
                        ACCOUNT,
                        TransactionStatus.COMPLETED,
                        Money.of("10000.00", USD),
                        new Details.Adjustment(ID),
                        new Memo("Wrong account", List.of(), Map.of()),
                        NOON.plusSeconds(9),
                        NOON.plusSeconds(9),
                        Optional.empty()));
    }

    @Test
    void a_reversed_payout_comes_back_from_outside() {
        var arrived = aPayout().transaction().complete(NOON).transaction();

        var reversal = Transaction.reversal(arrived.reverse(REVERSAL), "Sent back", NOON);

        assertThat(reversal.entries())
                .containsExactly(
                        new Entry(1, LedgerAccount.available(ACCOUNT), Money.of("5.000000", USDC)),
                        new Entry(2, HouseAccount.OUTSIDE_WORLD, Money.of("-5.000000", USDC)));
    }

    @Test
    void what_is_reversed_stays_as_it_was_and_knows_by_what() {
        var trade = Transaction.trade(ID, aQuote(3, Money.of("10000.00", USD)).execute(NOON)).transaction();

        var reversed = trade.reverse(REVERSAL);

        assertThat(reversed.reversedBy()).contains(REVERSAL);
        assertThat(reversed.status()).isEqualTo(TransactionStatus.COMPLETED);
        assertThat(reversed.updatedAt()).isEqualTo(trade.updatedAt());
    }

    @Test
    void a_transaction_is_reversed_once() {
        var reversed = aPayout().transaction().complete(NOON).transaction().reverse(REVERSAL);

        assertRefused(() -> reversed.reverse(new TransactionId(new UUID(7, 7))), new TransactionAlreadyReversed(ID, REVERSAL));
    }

    @Test
    void only_trades_and_payouts_that_are_done_are_reversed() {
        var payin = Transaction.payin(ID, ORGANIZATION, ACCOUNT, Money.of("1.00", USD), NOON).transaction();
        var locked = aPayout().transaction();
        var declined = locked.decline(NOON).transaction();
        var arrived = locked.complete(NOON).transaction();
        var reversal = Transaction.reversal(arrived.reverse(REVERSAL), "Sent back", NOON).transaction();

        Stream.of(payin, locked, declined, reversal)
                .forEach(transaction -> assertRefused(
                        () -> transaction.reverse(new TransactionId(new UUID(7, 7))),
                        new TransactionNotReversible(transaction.id(), transaction.type(), transaction.status())));
    }

    @Test
    void entries_that_do_not_balance_are_no_movement() {
        var transaction = aPayout().transaction();
        var oneSided = List.of(new Entry(1, new LedgerAccount.Customer(ACCOUNT, Bucket.AVAILABLE), Money.of("1", USDC)));

        assertThatThrownBy(() -> new Movement(transaction, oneSided)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Movement(transaction, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void every_movement_sums_to_zero_in_each_asset(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long units, @ForAll @IntRange(max = 1000) int basisPoints) {
        var trade = Transaction.trade(ID, aQuote(basisPoints, Money.ofUnits(units + 1, USD)).execute(NOON));
        var payout = Transaction.payout(
                ID, ORGANIZATION, ACCOUNT, Money.ofUnits(units, USDC), aCryptoPayout(), Memo.EMPTY, NOON);

        Stream.of(trade, payout, payout.transaction().complete(NOON), payout.transaction().decline(NOON))
                .forEach(movement -> Stream.of(USD, USDC).forEach(asset -> assertThat(sum(movement, asset)).isZero()));
    }

    @Property
    void a_transaction_and_its_reversal_leave_every_ledger_account_as_it_was(
            @ForAll @LongRange(min = 2, max = 1_000_000_000_000L) long units, @ForAll @IntRange(max = 1000) int basisPoints) {
        var trade = Transaction.trade(ID, aQuote(basisPoints, Money.ofUnits(units, USD)).execute(NOON));
        var locked = Transaction.payout(
                ID, ORGANIZATION, ACCOUNT, Money.ofUnits(units, USDC), aCryptoPayout(), Memo.EMPTY, NOON);
        var arrived = locked.transaction().complete(NOON);

        Stream.of(List.of(trade), List.of(locked, arrived)).forEach(steps -> {
            var done = steps.getLast().transaction();
            var reversal = Transaction.reversal(done.reverse(REVERSAL), "Because", NOON);
            assertThat(sums(Stream.concat(steps.stream(), Stream.of(reversal)))).allSatisfy((place, sum) -> assertThat(sum).isZero());
        });
    }

    /** What the movements leave on each ledger account, per asset. */
    private static Map<List<Object>, Long> sums(Stream<Movement> movements) {
        return movements
                .flatMap(movement -> movement.entries().stream())
                .collect(Collectors.groupingBy(
                        entry -> List.of(entry.place(), entry.amount().asset()),
                        Collectors.summingLong(entry -> entry.amount().units())));
    }

    private static void assertRefused(ThrowingCallable call, BusinessError expected) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BusinessException.class, refusal ->
                assertThat(refusal.error()).isEqualTo(expected));
    }

    private static long sum(Movement movement, Asset asset) {
        return movement.entries().stream()
                .map(Entry::amount)
                .filter(amount -> amount.asset().equals(asset))
                .mapToLong(Money::units)
                .sum();
    }

    private static Movement aPayout() {
        return Transaction.payout(
                ID, ORGANIZATION, ACCOUNT, Money.of("5.000000", USDC), aCryptoPayout(), Memo.EMPTY, NOON);
    }

    private static Details aCryptoPayout() {
        return new Details.CryptoPayout(new BeneficiaryId(new UUID(4, 4)), ChainName.ETHEREUM_SEPOLIA, "0xabc", "0xdef");
    }

    private static Quote aQuote(int basisPoints, Money from) {
        var policy = new QuotePolicy(Duration.ofMinutes(5), new Spread(basisPoints));
        var conversion = policy.spreads().sell(from, Rate.of("1", USD, USDC));
        return Quote.issue(new QuoteId(new UUID(5, 5)), ORGANIZATION, ACCOUNT, conversion, policy, NOON);
    }
}
