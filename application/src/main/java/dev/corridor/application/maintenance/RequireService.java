package dev.corridor.application.maintenance;

import dev.corridor.application.Refuses;
import dev.corridor.domain.error.ServiceUnavailable;

/** Refuses requests during maintenance. Reads memory only, so it comes first in the order of checks. */
public interface RequireService {

    @Refuses(ServiceUnavailable.class)
    void require();
}
