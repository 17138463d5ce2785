package dev.corridor.domain.feed;

import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.Tier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A channel that clients subscribe to. Market channels are public and per symbol; the others carry an organization's own events. Sources:
 * the TickDB contract, section 1; the last two are Corridor's own.
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

    /** The channel of these events. */
    public static Channel of(EventKind kind) {
        return Arrays.stream(values()).filter(channel -> channel.events.filter(kind::equals).isPresent()).findAny().orElseThrow();
    }

    /** The lowest tier that may subscribe. */
    public Tier tier() {
        return tier;
    }

    /** The kind of the organization's events; empty for a market channel. */
    public Optional<EventKind> events() {
        return events;
    }

    /** The permission that the equivalent HTTP request requires. */
    public Permission permission() {
        return permission;
    }

    @Override
    public String toString() {
        return text;
    }
}
