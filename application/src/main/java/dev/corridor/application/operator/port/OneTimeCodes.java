package dev.corridor.application.operator.port;

import dev.corridor.domain.operator.OneTimeSecret;
import java.time.Instant;
import java.util.OptionalLong;

/** One-time codes by time, as apps on telephones make them (RFC 6238). */
public interface OneTimeCodes {

    /** The time step whose code it is, if that is the present one or the one before or after it, since clocks differ; else empty. */
    OptionalLong stepOf(String code, OneTimeSecret secret, Instant now);
}
