package dev.corridor.application.market.port;

import dev.corridor.domain.market.Tick;
import java.util.List;

/** Wants to know prices as soon as they are in force. */
public interface TickListener {

    /** New ticks, at most one of each symbol. Called by whoever brings rates: it must not wait, nor throw. */
    void ticked(List<Tick> ticks);
}
