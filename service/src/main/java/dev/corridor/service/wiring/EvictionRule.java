package dev.corridor.service.wiring;

import com.zaxxer.hikari.SQLExceptionOverride;
import dev.corridor.persistence.Database;
import java.sql.SQLException;

/**
 * Which failures cost a pooled connection. "Feature not supported" does not: some drivers require it, but PostgreSQL refuses only the statement. A server
 * that takes no writes does: after a fail-over the next connection leads to the one that does.
 */
public final class EvictionRule implements SQLExceptionOverride {

    private static final String FEATURE_NOT_SUPPORTED = "0A";

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        if (Database.isUnwritable(failure)) {
            return Override.MUST_EVICT;
        }
        var state = failure.getSQLState();
        return state != null && state.startsWith(FEATURE_NOT_SUPPORTED) ? Override.DO_NOT_EVICT : Override.CONTINUE_EVICT;
    }
}
