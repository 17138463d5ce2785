package dev.corridor.application;

import static dev.corridor.testing.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.application.quote.Convert;
import dev.corridor.application.quote.ConvertService;
import dev.corridor.application.quote.ExecuteQuote;
import dev.corridor.application.quote.ExecuteQuoteService;
import dev.corridor.application.quote.IssueQuote;
import dev.corridor.application.quote.IssueQuote.Side;
import dev.corridor.application.quote.IssueQuoteService;
import dev.corridor.application.transaction.ReverseTransaction;
import dev.corridor.application.transaction.ReverseTransactionService;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.Tier;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Symbols;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.market.TickId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.quote.Conversion;
import dev.corridor.domain.quote.Drift;
import dev.corridor.domain.quote.Pricing;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.domain.quote.Spread;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Transaction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A customer who sees each move of the market before they act, and tries everything that quotes, conversions and reversals offer: to keep a price
 * until the market has run away from it, to let the bad ones expire, to undo what turned out badly, and to split amounts until rounding eats the
 * spread. What a trade has brought is measured at the mid price of its moment, so that luck with the market counts for nothing.
 */
class NoFreeOptionsTest {

    private static final int MOVES = 10_000;
    private static final long SEED = 20250315;

    /** What a symbol's market does in a move, in millionths: many small steps, and now and then a jump. */
    enum Market {
        COIN(new Symbol(Asset.BTC, Asset.USD), "95000", 3_000),
        COIN_FOR_STABLECOIN(new Symbol(Asset.ETH, Asset.USDT), "3300", 3_000),
        FOREX_WITHIN_ITS_SPREAD(new Symbol(Asset.EUR, Asset.USD), "1.0825", 200),
        PEG(new Symbol(Asset.USDC, Asset.USD), "1", 0);

        private final Symbol symbol;
        private final String start;
        private final int step;

        Market(Symbol symbol, String start, int step) {
            this.symbol = symbol;
            this.start = start;
            this.step = step;
        }
    }

    private final World world = new World();
    private final Random random = new Random(SEED);

    @ParameterizedTest
    @EnumSource
    void no_strategy_beats_the_spread(Market market) {
        var standard = QuotePolicy.STANDARD;
        var euros = new Pricing(standard.money().validity(), standard.money().spreads(), Optional.of(new Drift(3)));
        var policy = new QuotePolicy(standard.money(), standard.coins(), Map.of(Market.FOREX_WITHIN_ITS_SPREAD.symbol, euros), standard.limit());

        var speculator = new Speculator(market, policy);
        speculator.speculate(MOVES);

        assertThat(speculator.best).as("the best of %d trades", speculator.trades).isLessThanOrEqualTo(BigDecimal.ZERO);
        assertThat(speculator.gain).isNegative();
        assertThat(speculator.trades).isGreaterThan(MOVES / 2);
        assertThat(speculator.reversals).isZero();
    }

    /** The simulation can fail: quotes of a coin that hold for five minutes in any market are beaten, and so are trades that can be undone. */
    @Test
    void the_same_customer_beats_quotes_without_a_bound_and_trades_that_they_may_undo() {
        var unbound = new Pricing(Duration.ofMinutes(5), new Spread(3));
        var careless = new Speculator(Market.COIN, new QuotePolicy(unbound, unbound, Map.of(), QuotePolicy.STANDARD.limit()));
        careless.speculate(1_000);
        var undoing = new Speculator(Market.COIN, QuotePolicy.STANDARD, Permission.ALL);
        undoing.speculate(100);

        assertThat(careless.gain).isPositive();
        assertThat(undoing.reversals).isPositive();
    }

    private final class Speculator implements ExchangeRates {

        private final Market market;
        private final Symbol symbol;
        private final IssueQuote issueQuote;
        private final ExecuteQuote executeQuote;
        private final Convert convert;
        private final ReverseTransaction reverseTransaction;
        private final Caller customer;
        private final Deque<Quote> kept = new ArrayDeque<>();
        private final Deque<Transaction> done = new ArrayDeque<>();
        private Tick tick;
        private BigDecimal gain = BigDecimal.ZERO;
        private BigDecimal best = new BigDecimal("-1E9");
        private int trades;
        private int reversals;

        Speculator(Market market, QuotePolicy policy) {
            this(market, policy, Permission.ofCustomers(Environment.LIVE));
        }

        Speculator(Market market, QuotePolicy policy, Set<Permission> permissions) {
            var books = world.store.books();
            this.market = market;
            this.symbol = market.symbol;
            this.issueQuote = new IssueQuoteService(books, this, policy, world.ids);
            this.executeQuote = new ExecuteQuoteService(books, this, policy);
            this.convert = new ConvertService(books, this, policy, world.ids);
            this.reverseTransaction = new ReverseTransactionService(books, Duration.ofMinutes(10), new AuditLog(world.ids));
            this.customer = new Caller(
                    world.organization.id(), new ApiKeyId(world.ids.next()), Environment.LIVE, permissions, Tier.ORACLE, Optional.empty());
            this.tick = tick(Rate.of(market.start, symbol.base(), symbol.counter()).tenBillionths());
            world.deposit(Money.of("1000000000", symbol.base()));
            world.deposit(Money.of("1000000000", symbol.counter()));
        }

        @Override
        public Symbols symbols() {
            return Symbols.of(symbol);
        }

        @Override
        public Tick latest(Symbol asked) {
            return tick;
        }

        void speculate(int moves) {
            for (int move = 0; move < moves; move++) {
                keepPrices();
                theMarketMoves();
                executeWhatHasBecomeGood();
                undoWhatHasBecomeBad();
                convertAtOnce();
            }
        }

        private void keepPrices() {
            for (var given : List.of(amount(symbol.base()), amount(symbol.counter()))) {
                attempt(() -> issueQuote.issue(new IssueQuote.Command(customer, world.account.id(), new Side.Sell(given, other(given.asset())))))
                        .ifPresent(issued -> kept.addLast(issued.quote()));
                attempt(() -> issueQuote.issue(new IssueQuote.Command(customer, world.account.id(), new Side.Buy(other(given.asset()), given))))
                        .ifPresent(issued -> kept.addLast(issued.quote()));
            }
        }

        private void theMarketMoves() {
            world.clock.advance(Duration.ofMillis(500 + random.nextInt(8_000)));
            boolean jumps = random.nextInt(50) == 0;
            int millionths = market.step == 0 ? 0 : random.nextInt(-market.step, market.step + 1) * (jumps ? 10 : 1);
            long before = tick.mid().tenBillionths();
            tick = tick(Math.max(1, before + before / 1_000_000 * millionths));
        }

        /** And now and then one that has not, as customers do who do not speculate. */
        private void executeWhatHasBecomeGood() {
            kept.removeIf(quote -> quote.statusAt(world.clock.instant()) == Quote.Status.EXPIRED);
            for (var quote : List.copyOf(kept)) {
                boolean isGood = gainOf(quote.conversion()).signum() > 0;
                if (isGood || random.nextInt(1_000) == 0) {
                    attempt(() -> executeQuote.execute(new ExecuteQuote.Command(customer, quote.id()))).ifPresent(trade -> {
                        kept.remove(quote);
                        count(trade);
                    });
                }
            }
        }

        private void undoWhatHasBecomeBad() {
            while (done.size() > 20) {
                done.removeFirst();
            }
            for (var trade : List.copyOf(done)) {
                attempt(() -> reverse(trade)).ifPresent(reversal -> {
                    done.remove(trade);
                    reversals++;
                });
            }
        }

        /** As the edge does, which asks for the permission first. */
        private Transaction reverse(Transaction trade) {
            customer.require(Permission.TRANSACTIONS_REVERSE);
            return reverseTransaction.reverse(
                    new ReverseTransaction.Command(customer, trade.id(), "It went badly", "none", Origin.CONSOLE, Once.eachTime()));
        }

        private void convertAtOnce() {
            for (var given : List.of(amount(symbol.base()), amount(symbol.counter()))) {
                var command = new Convert.Command(
                        customer,
                        world.account.id(),
                        given,
                        other(given.asset()),
                        Optional.of(Money.ofUnits(1, other(given.asset()))),
                        OptionalLong.empty(),
                        Memo.EMPTY,
                        Once.eachTime());
                attempt(() -> convert.convert(command)).ifPresent(this::count);
            }
        }

        private void count(Transaction trade) {
            var details = (Details.Trade) trade.details();
            var gained = tick.mid().worth(details.received()).subtract(tick.mid().worth(trade.amount()));
            gain = gain.add(gained);
            best = best.max(gained);
            trades++;
            done.addLast(trade);
        }

        private BigDecimal gainOf(Conversion conversion) {
            return tick.mid().worth(conversion.to()).subtract(tick.mid().worth(conversion.from()));
        }

        /** From a handful of the smallest units to some thousand dollars. */
        private Money amount(Asset asset) {
            var fiveThousand = new BigDecimal("5000").divide(tick.mid().priceOf(asset), asset.decimals(), RoundingMode.UP);
            long most = random.nextInt(3) == 0 ? 500 : fiveThousand.unscaledValue().longValueExact();
            return Money.ofUnits(1 + random.nextLong(most), asset);
        }

        private Asset other(Asset asset) {
            return asset.equals(symbol.base()) ? symbol.counter() : symbol.base();
        }

        private Tick tick(long tenBillionths) {
            var mid = new Rate(symbol.base(), symbol.counter(), tenBillionths);
            return new Tick(new TickId(symbol, world.clock.instant()), mid, "random", NOON);
        }

        private <R> Optional<R> attempt(Supplier<R> request) {
            try {
                return Optional.of(request.get());
            } catch (BusinessException refused) {
                return Optional.empty();
            }
        }
    }
}
