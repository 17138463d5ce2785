package dev.corridor.application;

import static dev.corridor.application.Refusals.assertRefused;
import static dev.corridor.application.Refusals.declaredBy;
import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.eur;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.Decision;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.application.quote.Convert;
import dev.corridor.application.quote.ConvertService;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.market.MarketError.DataSourceUnavailable;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Symbols;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.market.TickId;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.money.Rate;
import dev.corridor.domain.quote.ConversionError.PriceMoved;
import dev.corridor.domain.quote.ConversionError.SlippageExceedsMaximum;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.domain.reference.ReferenceError.ReferenceTaken;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Transaction;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ConvertTest {

    private final World world = new World();
    private final MovingMarket market = new MovingMarket();
    private final Convert convert = new ConvertService(new BooksInDemand(), market, QuotePolicy.STANDARD, world.ids);

    /** The euro, in dollars. Each decision waits for the next price. */
    private static final class MovingMarket implements ExchangeRates {

        private static final Symbol EUR_USD = new Symbol(Asset.EUR, Asset.USD);

        private final Queue<Tick> coming = new ArrayDeque<>();
        private Tick latest = tick("2.0", 0);
        private boolean isSilent;

        private static Tick tick(String price, int second) {
            return new Tick(new TickId(EUR_USD, NOON.plusSeconds(second)), Rate.of(price, Asset.EUR, Asset.USD), "test", NOON);
        }

        void moveWhileSomebodyWaits(String price) {
            coming.add(tick(price, 1));
        }

        void move() {
            if (!coming.isEmpty()) {
                latest = coming.remove();
            }
        }

        @Override
        public Symbols symbols() {
            return Symbols.of(EUR_USD);
        }

        @Override
        public Tick latest(Symbol symbol) {
            if (isSilent) {
                throw new BusinessException(new DataSourceUnavailable("test", "silent"));
            }
            return latest;
        }
    }

    private final class BooksInDemand implements Books {

        @Override
        public <R> R decide(Subjects subjects, Decision<R> decision) {
            market.move();
            return world.store.books().decide(subjects, decision);
        }
    }

    @Test
    void a_conversion_is_a_quote_that_is_issued_and_executed_in_one() {
        world.deposit(eur("100.00"));

        var trade = convert(eur("100.00"), 0);

        assertThat(world.balance(Asset.EUR).available()).isEqualTo(eur("0.00"));
        assertThat(world.balance(Asset.USD).available()).isEqualTo(usd("199.94"));
        var details = (Details.Trade) trade.details();
        assertThat(details.fee()).isEqualTo(eur("0.03"));
        var quote = world.store.quotes().find(world.organization.id(), details.quote()).orElseThrow();
        assertThat(quote).isInstanceOf(Quote.Completed.class);
        assertThat(quote.terms().tick()).contains(market.latest.id());
        assertThat(quote.conversion().to()).isEqualTo(usd("199.94"));
    }

    @Test
    void a_price_that_has_moved_too_far_moves_no_money() {
        world.deposit(eur("100.00"));
        market.moveWhileSomebodyWaits("1.9799999999");

        assertRefused(
                () -> convert(eur("100.00"), 100),
                new PriceMoved(Rate.of("2", Asset.EUR, Asset.USD), Rate.of("1.9799999999", Asset.EUR, Asset.USD), 100));

        assertThat(world.balance(Asset.EUR).available()).isEqualTo(eur("100.00"));
    }

    @Test
    void a_price_that_has_moved_less_is_the_price() {
        world.deposit(eur("100.00"));
        market.moveWhileSomebodyWaits("1.98");

        var trade = convert(eur("100.00"), 100);

        assertThat(world.balance(Asset.USD).available()).isEqualTo(usd("197.94"));
        var quote = ((Details.Trade) trade.details()).quote();
        assertThat(world.store.quotes().find(world.organization.id(), quote).orElseThrow().terms().tick()).contains(market.latest.id());
    }

    @Test
    void a_price_that_has_moved_in_favour_is_the_price_too() {
        world.deposit(usd("200.00"));
        market.moveWhileSomebodyWaits("1.0");

        convert(usd("200.00"), Asset.EUR, 0);

        assertThat(world.balance(Asset.EUR).available()).isEqualTo(eur("199.94"));
    }

    @Test
    void it_brings_what_the_client_accepts_at_least_wherever_the_market_was_when_the_request_came() {
        world.deposit(eur("100.00"));

        assertRefused(
                () -> convert.convert(accepting("199.95")),
                new PriceMoved(Rate.of("1.9995", Asset.EUR, Asset.USD), Rate.of("1.9994", Asset.EUR, Asset.USD), 0));
        assertThat(world.balance(Asset.EUR).available()).isEqualTo(eur("100.00"));
        convert.convert(accepting("199.94"));

        assertThat(world.balance(Asset.USD).available()).isEqualTo(usd("199.94"));
    }

    private Convert.Command accepting(String minimum) {
        return new Convert.Command(
                world.caller,
                world.account.id(),
                eur("100.00"),
                Asset.USD,
                Optional.of(usd(minimum)),
                OptionalLong.empty(),
                Memo.EMPTY,
                Once.eachTime());
    }

    @Test
    void errors_come_in_the_declared_order() {
        world.suspendTheAccount();

        assertRefused(
                () -> convert.convert(command(world.stranger(), usdc("1.000000"), Asset.USD, 1001)),
                new AssetNotSupported(
                        "USD", List.of(), List.of(new FieldFault("toAsset", "cannot be bought with USDC: there is no rate"))));
        market.isSilent = true;
        assertRefused(
                () -> convert.convert(command(world.stranger(), eur("1.00"), Asset.USD, 1001)), new DataSourceUnavailable("test", "silent"));
        market.isSilent = false;
        assertRefused(() -> convert.convert(command(world.stranger(), eur("1.00"), Asset.USD, 1001)), new SlippageExceedsMaximum(1001, 1000));
        assertRefused(
                () -> convert.convert(command(world.stranger(), eur("1.00"), Asset.USD, 0)), new AccountNotFound(world.account.id()));
        market.moveWhileSomebodyWaits("1.9");
        assertRefused(() -> convert(eur("1.00"), 0), new Forbidden("The account is SUSPENDED and takes no new transactions."));
        world.store.accounts().add(world.account);
        market.moveWhileSomebodyWaits("1.8");
        assertRefused(
                () -> convert(eur("1.00"), 0),
                new PriceMoved(Rate.of("1.9", Asset.EUR, Asset.USD), Rate.of("1.8", Asset.EUR, Asset.USD), 0));
        var other = world.keepReferred("Order 7");
        assertRefused(
                () -> convert.convert(new Convert.Command(
                        world.caller,
                        world.account.id(),
                        eur("1.00"),
                        Asset.USD,
                        Optional.empty(),
                        OptionalLong.of(0),
                        other.memo(),
                        Once.eachTime())),
                new ReferenceTaken("Order 7", other.id().toString()));
        assertRefused(() -> convert(eur("1.00"), 0), new InsufficientFunds(world.account.id(), eur("1.00"), eur("0.00")));
        world.deposit(eur("1.00"));
        convert(eur("1.00"), 0);

        assertThat(declaredBy(Convert.class))
                .isEqualTo(List.of(
                        ValidationError.class,
                        AssetNotSupported.class,
                        DataSourceUnavailable.class,
                        SlippageExceedsMaximum.class,
                        AccountNotFound.class,
                        Forbidden.class,
                        PriceMoved.class,
                        ReferenceTaken.class,
                        InsufficientFunds.class));
    }

    private Transaction convert(Money given, long slippage) {
        return convert(given, Asset.USD, slippage);
    }

    private Transaction convert(Money given, Asset wanted, long slippage) {
        return convert.convert(command(world.caller, given, wanted, slippage));
    }

    private Convert.Command command(Caller caller, Money given, Asset wanted, long slippage) {
        return new Convert.Command(caller, world.account.id(), given, wanted, slippage);
    }
}
