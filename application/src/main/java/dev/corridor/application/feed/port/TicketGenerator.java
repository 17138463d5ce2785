package dev.corridor.application.feed.port;

import dev.corridor.domain.feed.TicketSecret;

/** Generates cryptographically random tickets. */
@FunctionalInterface
public interface TicketGenerator {

    TicketSecret newTicket();
}
