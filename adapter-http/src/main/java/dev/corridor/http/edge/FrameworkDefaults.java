package dev.corridor.http.edge;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import java.util.Map;

/**
 * Framework settings that the contract requires. They belong to the edge, so that embedding programs and tests have them; a configuration
 * file takes precedence.
 */
@ContextConfigurer
public final class FrameworkDefaults implements ApplicationContextConfigurer {

    /** The largest body that is accepted, in bytes: 1 MiB. Source: the NXOS contract leaves it open; no request comes near it. */
    public static final int MAX_BODY_BYTES = 1 << 20;

    /** The same for a list of records, 4 MiB: 10,000 payouts fit, with notes. */
    public static final int MAX_LIST_BODY_BYTES = 4 << 20;

    private static final Map<String, Object> PROPERTIES = Map.of(
            "micronaut.server.max-request-size", MAX_LIST_BODY_BYTES,
            // The guard of the connection unpacks bodies: the framework takes half of one for the whole.
            "micronaut.server.netty.request-decompression-enabled", false,
            // A member without a value is null on the wire, not absent.
            "micronaut.serde.serialization.inclusion", "ALWAYS");

    @Override
    public void configure(ApplicationContextBuilder builder) {
        builder.propertySources(PropertySource.of("corridor-http", PROPERTIES, Integer.MIN_VALUE));
    }
}
