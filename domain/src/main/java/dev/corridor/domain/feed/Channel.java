package dev.corridor.domain.feed;

import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.Tier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What one can subscribe to. The market's channels are the same for everybody and are told symbol by symbol; the others tell an organization of its
 * own affairs. Sources: the TickDB contract, section 1; the last two are ours.
 */
public enum Channel {
    TICKER(Tier.STREAM),
    DEPTH(Tier.QUANT),
    TRADE(Tier.QUANT),
    TRANSACTIONS(EventKind.TRANSACTION, Permission.TRANSACTIONS_READ),
    QUOTES(EventKind.QUOTE, Permission.QUOTES_READ);

    private final String text = name().toLowerCase(Locale.ROOT);
    private final Tier tier;
    private final Optional<EventKind> events;
    private final Permission permission;

    Channel(Tier tier) {
        this.tier = tier;
        this.events = Optional.empty();
        this.permission = Permission.QUOTES_READ;
    }

    Channel(EventKind events, Permission permission) {
        this.tier = Tier.STREAM;
        this.events = Optional.of(events);
        this.permission = permission;
    }

    public static Optional<Channel> find(String text) {
        return Arrays.stream(values()).filter(channel -> channel.text.equals(text)).findAny();
    }

    /** From which one it may be subscribed to. */
    public Tier tier() {
        return tier;
    }

    /** What is told there of the organization's own affairs; empty for a channel of the market. */
    public Optional<EventKind> events() {
        return events;
    }

    /** The one that reading the same over HTTP needs. */
    public Permission permission() {
        return permission;
    }

    @Override
    public String toString() {
        return text;
    }
}
