package dev.corridor.memory;

import dev.corridor.application.market.port.RecentTrades;
import dev.corridor.domain.market.MarketTrade;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Transaction;
import java.util.Comparator;
import java.util.List;

/** The trades of all organizations in one market, without saying whose they are. */
final class InMemoryRecentTrades implements RecentTrades {

    private final Memory memory;

    InMemoryRecentTrades(Memory memory) {
        this.memory = memory;
    }

    @Override
    public List<MarketTrade> find(Symbol symbol, int limit) {
        synchronized (memory) {
            return memory.transactions.values().stream()
                    .sorted(Comparator.comparing((Transaction found) -> found.id().toString()).reversed())
                    .limit(LOOK_BACK)
                    .filter(found -> found.details() instanceof Details.Trade trade
                            && symbol.isBetween(found.amount().asset(), trade.received().asset()))
                    .limit(limit)
                    .map(found -> MarketTrade.of(
                            symbol,
                            found.amount(),
                            ((Details.Trade) found.details()).received(),
                            found.createdAt(),
                            found.reversedBy().isPresent()))
                    .toList();
        }
    }
}
