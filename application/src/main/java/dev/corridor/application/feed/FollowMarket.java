package dev.corridor.application.feed;

import dev.corridor.application.Refuses;
import dev.corridor.domain.market.MarketError.SymbolNotFound;
import dev.corridor.domain.market.Symbol;
import java.util.List;

/** Notifies of symbols with a new price, as soon as it is in force on this node. The price itself is read separately. */
public interface FollowMarket {

    @Refuses(SymbolNotFound.class)
    List<Symbol> find(List<String> names);

    void follow(Follower follower);

    interface Follower {

        /** Must not block. */
        void hear(List<Symbol> symbols);
    }
}
