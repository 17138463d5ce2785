package dev.corridor.application.operator.port;

import dev.corridor.application.operator.ReadLoad.Lanes;
import dev.corridor.application.operator.ReadLoad.Waiting;
import java.util.List;

/** How much waits. */
public interface LoadFigures {

    /** Of this node. */
    Lanes lanes();

    /** Payouts that are LOCKED, by rail. Rails without any are missing. */
    List<Waiting> rails();

    /** What the outboxes have still to carry out, by outbox. */
    List<Waiting> outboxes();
}
