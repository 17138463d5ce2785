package dev.corridor.http.access;

import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.IpAddress;
import java.util.function.Supplier;

/**
 * That somebody was let in and has stayed since.
 *
 * @param again lets them in again, or says why not
 */
public record AccessRecheck(Caller caller, IpAddress from, Supplier<Caller> again) {}
