package dev.corridor.service.wiring;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * The pool takes "feature not supported" for the end of a connection, as some drivers mean it. PostgreSQL refuses a statement by it, and the
 * connection is as good as before.
 */
public final class KeepOnRefusal implements SQLExceptionOverride {

    private static final String FEATURE_NOT_SUPPORTED = "0A";

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        var state = failure.getSQLState();
        return state != null && state.startsWith(FEATURE_NOT_SUPPORTED) ? Override.DO_NOT_EVICT : Override.CONTINUE_EVICT;
    }
}
