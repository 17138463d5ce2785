package dev.corridor.application.feed;

import dev.corridor.application.Refuses;
import dev.corridor.domain.market.MarketError.SymbolNotFound;
import dev.corridor.domain.market.Symbol;
import java.util.List;

/** Says which symbols have a new price, as soon as it is in force on this node. What the price is can then be asked. */
public interface FollowMarket {

    /** The symbols of these names, or of the first one that there is none of. */
    @Refuses(SymbolNotFound.class)
    List<Symbol> find(List<String> names);

    void follow(Follower follower);

    interface Follower {

        /** Must not wait. */
        void hear(List<Symbol> symbols);
    }
}
