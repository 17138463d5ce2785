package dev.corridor.application.maintenance;

import dev.corridor.application.Refuses;
import dev.corridor.domain.error.ServiceUnavailable;

/** Lets a request go on unless there is maintenance. Asks nobody, so that it can be asked before everything else. */
public interface RequireService {

    @Refuses(ServiceUnavailable.class)
    void require();
}
