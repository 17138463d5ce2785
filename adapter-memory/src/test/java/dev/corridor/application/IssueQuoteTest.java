package dev.corridor.application;

import static dev.corridor.application.Refusals.assertRefused;
import static dev.corridor.application.Refusals.declaredBy;
import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.eur;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.quote.GetQuote;
import dev.corridor.application.quote.GetQuoteService;
import dev.corridor.application.quote.IssueQuote;
import dev.corridor.application.quote.IssueQuote.Side;
import dev.corridor.application.quote.IssueQuoteService;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.LimitExceeded;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.domain.market.MarketError.DataSourceUnavailable;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteError.QuoteNotFound;
import dev.corridor.domain.quote.QuotePolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssueQuoteTest {

    private static final Side TEN_THOUSAND_DOLLARS = new Side.Sell(usd("10000.00"), Asset.USDC);

    private final World world = new World();
    private final IssueQuote issueQuote = new IssueQuoteService(world.store.books(), world.rates, QuotePolicy.STANDARD, world.ids);
    private final GetQuote getQuote = new GetQuoteService(world.store.quotes(), world.clock);

    @Test
    void a_quote_is_a_promise_for_five_minutes() {
        var issued = issueQuote.issue(command(world.caller, TEN_THOUSAND_DOLLARS)).quote();

        assertThat(issued.conversion().to()).isEqualTo(usdc("9997.000000"));
        assertThat(issued.terms().expiresAt()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
        assertThat(statusOf(issued)).isEqualTo(Quote.Status.PENDING);
        world.clock.advance(Duration.ofMinutes(5));
        assertThat(statusOf(issued)).isEqualTo(Quote.Status.EXPIRED);
    }

    @Test
    void either_amount_can_be_given() {
        var bought = issueQuote
                .issue(command(world.caller, new Side.Buy(Asset.USD, usdc("9997.000000"))))
                .quote();

        assertThat(bought.conversion().from()).isEqualTo(usd("10000.00"));
    }

    @Test
    void errors_come_in_the_declared_order() {
        world.suspendTheAccount();

        assertRefused(
                () -> issueQuote.issue(command(world.stranger(), new Side.Sell(eur("1.00"), Asset.USDC))),
                new AssetNotSupported(
                        "USDC", List.of("USD"), List.of(new FieldFault("toAsset", "cannot be bought with EUR: there is no rate"))));
        assertRefused(
                () -> issueQuote.issue(command(world.stranger(), TEN_THOUSAND_DOLLARS)), new AccountNotFound(world.account.id()));
        assertRefused(
                () -> issueQuote.issue(command(world.caller, TEN_THOUSAND_DOLLARS)),
                new Forbidden("The account is SUSPENDED and takes no new transactions."));
        world.store.accounts().add(world.account);
        assertRefused(
                () -> issueQuote.issue(command(world.caller, new Side.Sell(usd("100000000.01"), Asset.USDC))),
                new LimitExceeded("openQuotesWorth", 100_000_000));
        issueQuote.issue(command(world.caller, new Side.Sell(usd("100000000.00"), Asset.USDC)));

        assertThat(declaredBy(IssueQuote.class))
                .containsExactly(
                        ValidationError.class,
                        AssetNotSupported.class,
                        DataSourceUnavailable.class,
                        AccountNotFound.class,
                        Forbidden.class,
                        LimitExceeded.class);
    }

    @Test
    void a_quote_is_seen_by_its_organization_only() {
        var issued = issueQuote.issue(command(world.caller, TEN_THOUSAND_DOLLARS)).quote();

        assertRefused(
                () -> getQuote.get(new GetQuote.Command(world.stranger(), issued.id())), new QuoteNotFound(issued.id()));
    }

    private Quote.Status statusOf(Quote quote) {
        return getQuote.get(new GetQuote.Command(world.caller, quote.id())).status();
    }

    private IssueQuote.Command command(Caller caller, Side side) {
        return new IssueQuote.Command(caller, world.account.id(), side);
    }
}
