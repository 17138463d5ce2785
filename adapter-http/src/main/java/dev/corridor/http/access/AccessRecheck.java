package dev.corridor.http.access;

import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.IpAddress;
import java.util.function.Supplier;

/**
 * An admitted caller.
 *
 * @param again authenticates again, or throws
 */
public record AccessRecheck(Caller caller, IpAddress from, Supplier<Caller> again) {}
