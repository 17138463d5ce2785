package dev.corridor.service;

import dev.corridor.service.settings.Listening;
import dev.corridor.service.settings.Setting;

/** A port or an address is not to be had. */
public final class CannotListenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotListenException(Listening listening, Throwable cause) {
        super("cannot listen on " + listening + ": another process has the port, or the address is not of this machine. " + Setting.CORRIDOR_PORT
                + ", " + Setting.CORRIDOR_BIND_ADDRESS + " and " + Setting.CORRIDOR_MANAGEMENT_PORT + " choose others", cause);
    }
}
