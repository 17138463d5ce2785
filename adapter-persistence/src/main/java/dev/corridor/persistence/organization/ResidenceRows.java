package dev.corridor.persistence.organization;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Where organizations live that are moving to another cell, or have moved. One that is away is answered for by nobody here: whoever asks for it is told to come
 * again, until the proxy leads to the other cell.
 */
public final class ResidenceRows {

    private static final String COLUMN = "is_away";

    private static final String STATE = "exists (select from residences where residences.organization_id = %s.organization_id and residences.state %s)";

    /** Those of the organizations in an array about which nothing is decided here. About one that is CLOSING it is, so that its payouts come to their end. */
    public static final String AWAY_AMONG = "array(select organization_id from residences where organization_id = any(?) and state not in ('ARRIVED', 'CLOSING'))";

    private ResidenceRows() {}

    /** Whether the organization of the table's row is away, as a condition. */
    public static String isAway(String table) {
        return STATE.formatted(table, "<> 'ARRIVED'");
    }

    /** Whether it is so for good: then it owns nothing here that anybody looks for. */
    public static String isGone(String table) {
        return STATE.formatted(table, "= 'GONE'");
    }

    /** The same, as a column that goes last. */
    public static String columnFor(String table) {
        return ", " + isAway(table) + " as " + COLUMN + "\n";
    }

    /** @throws BusinessException {@code service_unavailable} if the organization of the row is away */
    public static void requireHere(ResultSet row) throws SQLException {
        if (row.getBoolean(COLUMN)) {
            throw new BusinessException(ServiceUnavailable.moving());
        }
    }
}
