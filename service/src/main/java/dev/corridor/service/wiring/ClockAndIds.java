package dev.corridor.service.wiring;

import com.fasterxml.uuid.Generators;
import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.access.port.KeyGenerator;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.feed.TicketSecret;
import dev.corridor.service.settings.Settings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** Time, ids and randomness, which the inner layers get injected. */
public final class ClockAndIds {

    static final SecureRandom RANDOM = new SecureRandom();

    private ClockAndIds() {}

    /** In whole milliseconds, the precision of the API. */
    public static InstantSource clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    /** Strictly increasing, also within a millisecond. */
    public static TimeOrderedIds ids() {
        return Generators.timeBasedEpochGenerator(RANDOM)::generate;
    }

    public static byte[] bytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static TicketSecret newTicket(Settings settings) {
        return TicketSecret.generate(settings.cell(), bytes(TicketSecret.RANDOM_BYTES));
    }

    public static KeyGenerator keysFor(Settings settings) {
        return () -> ApiKeySecret.generate(settings.environment(), settings.cell(), bytes(ApiKeySecret.RANDOM_BYTES));
    }
}
