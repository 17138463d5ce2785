package dev.corridor.service.wiring;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/** Keeps connections after "feature not supported". The pool would evict them, as some drivers require, but PostgreSQL refuses only the statement. */
public final class KeepOnRefusal implements SQLExceptionOverride {

    private static final String FEATURE_NOT_SUPPORTED = "0A";

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        var state = failure.getSQLState();
        return state != null && state.startsWith(FEATURE_NOT_SUPPORTED) ? Override.DO_NOT_EVICT : Override.CONTINUE_EVICT;
    }
}
