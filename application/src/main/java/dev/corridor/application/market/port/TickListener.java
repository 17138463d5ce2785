package dev.corridor.application.market.port;

import dev.corridor.domain.market.Tick;
import java.util.List;

/** Is notified of new prices. */
public interface TickListener {

    /** New ticks, at most one per symbol. Runs on the polling thread, so it must neither block nor throw. */
    void ticked(List<Tick> ticks);
}
