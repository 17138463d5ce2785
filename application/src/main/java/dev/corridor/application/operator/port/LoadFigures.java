package dev.corridor.application.operator.port;

import dev.corridor.domain.operator.Backlog;
import dev.corridor.domain.operator.LaneLoad;
import java.util.List;

/** How much waits. */
public interface LoadFigures {

    /** Of this node. */
    LaneLoad lanes();

    /** Payouts that are LOCKED, by rail. Rails without any are missing. */
    List<Backlog> rails();

    /** What the outboxes have still to carry out, by outbox. */
    List<Backlog> outboxes();
}
