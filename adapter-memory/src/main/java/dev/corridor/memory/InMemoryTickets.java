package dev.corridor.memory;

import dev.corridor.application.feed.port.Tickets;
import dev.corridor.domain.feed.Ticket;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

final class InMemoryTickets implements Tickets {

    private final Map<String, Ticket> byHash = new HashMap<>();

    @Override
    public synchronized void add(Ticket ticket) {
        byHash.put(ticket.hash(), ticket);
    }

    @Override
    public synchronized Optional<Ticket> take(String hash) {
        return Optional.ofNullable(byHash.remove(hash));
    }

    @Override
    public synchronized int removeExpired(Instant before, int limit) {
        var expired = byHash.values().stream().filter(ticket -> ticket.expiresAt().isBefore(before)).limit(limit).toList();
        byHash.values().removeAll(expired);
        return expired.size();
    }
}
