package dev.corridor.http.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.feed.FollowMarket;
import dev.corridor.application.market.GetDepth;
import dev.corridor.application.market.GetTickers;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.feed.Channel;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.market.Deal;
import dev.corridor.domain.market.MarketTrade;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.http.access.AccessRecheck;
import dev.corridor.http.api.market.MarketTradeResponse;
import dev.corridor.http.feed.MarketChannels.Line;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MarketChannelsTest {

    private static final AssetCatalogue ASSETS = AssetCatalogue.STANDARD;
    private static final Symbol EURUSD = new Symbol(ASSETS.get("EUR"), ASSETS.get("USD"));
    private static final Line TRADES = new Line(Channel.TRADE, EURUSD);
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    /** The newest first, as they are known by now. */
    private List<MarketTrade> known = List.of();

    private final ExecutorService blocking = Executors.newSingleThreadExecutor();
    private final MarketChannels market = new MarketChannels(aMarketWithoutNews(), noTickers(), noDepth(), command -> known, blocking);

    @AfterEach
    void end() {
        blocking.close();
    }

    @Test
    void a_trade_that_comes_to_light_after_a_newer_one_is_told_once() {
        known = List.of(aTrade("1.00"));
        var client = new EmbeddedChannel();
        follow(client);
        assertThat(told(client)).containsExactly("1.00");

        known = List.of(aTrade("3.00"), aTrade("1.00"));
        market.lookForTrades();
        assertThat(told(client)).containsExactly("3.00");

        known = List.of(aTrade("4.00"), aTrade("3.00"), aTrade("2.00"), aTrade("1.00"));
        market.lookForTrades();
        assertThat(told(client)).containsExactly("2.00", "4.00");

        market.lookForTrades();
        assertThat(told(client)).isEmpty();
    }

    @Test
    void a_trade_that_was_there_before_the_first_told_one_comes_to_light() {
        known = List.of(aTrade("2.00"));
        var client = new EmbeddedChannel();
        follow(client);
        assertThat(told(client)).containsExactly("2.00");

        known = List.of(aTrade("2.00"), aTrade("1.00"));
        market.lookForTrades();
        market.lookForTrades();

        assertThat(told(client)).containsExactly("1.00");
    }

    @Test
    void of_trades_that_differ_in_nothing_each_is_told() {
        known = List.of(aTrade("1.00"));
        var client = new EmbeddedChannel();
        follow(client);
        told(client);

        known = List.of(aTrade("1.00"), aTrade("1.00"), aTrade("1.00"));
        market.lookForTrades();
        market.lookForTrades();

        assertThat(told(client)).containsExactly("1.00", "1.00");
    }

    @Test
    void whoever_comes_later_is_told_what_the_others_were_told_and_nothing_twice() {
        known = List.of(aTrade("1.00"));
        var first = new EmbeddedChannel();
        follow(first);
        known = List.of(aTrade("2.00"), aTrade("1.00"));
        var second = new EmbeddedChannel();
        follow(second);

        market.lookForTrades();

        assertThat(told(first)).containsExactly("1.00", "2.00");
        assertThat(told(second)).containsExactly("1.00", "2.00");
    }

    private void follow(EmbeddedChannel client) {
        market.follow(TRADES, live(client), (line, sequence, data) -> ((MarketTradeResponse) data).quantity().getBytes(StandardCharsets.UTF_8));
    }

    private static LiveConnection live(EmbeddedChannel channel) {
        var caller = Caller.withFullAccess(
                new OrganizationId(new UUID(1, 2)), new ApiKeyId(new UUID(3, 4)), Environment.SANDBOX);
        var address = IpAddress.parse("127.0.0.1");
        var connection = new Connection(
                new ConnectionId(new UUID(5, 6)), caller.organization(), caller.principal().toString(), address, 1, NOON);
        return new LiveConnection(connection, new AccessRecheck(caller, address, () -> caller), new OutgoingQueue(channel), error -> new byte[0]);
    }

    /** What has been sent since the last time. */
    private static List<String> told(EmbeddedChannel client) {
        var texts = new ArrayList<String>();
        for (TextWebSocketFrame frame = client.readOutbound(); frame != null; frame = client.readOutbound()) {
            texts.add(frame.text());
        }
        return texts;
    }

    private static MarketTrade aTrade(String euros) {
        var deal = new Deal(Money.of(euros, EURUSD.base()), Money.of(euros, EURUSD.counter()));
        return new MarketTrade(EURUSD, MarketTrade.Side.BUY, deal, NOON, false);
    }

    private static FollowMarket aMarketWithoutNews() {
        return new FollowMarket() {

            @Override
            public List<Symbol> find(List<String> names) {
                return List.of(EURUSD);
            }

            @Override
            public void follow(Follower follower) {}
        };
    }

    private static GetTickers noTickers() {
        return command -> List.of();
    }

    private static GetDepth noDepth() {
        return command -> {
            throw new IllegalStateException("nobody follows depths");
        };
    }
}
