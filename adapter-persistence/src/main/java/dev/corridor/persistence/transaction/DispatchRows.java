package dev.corridor.persistence.transaction;

import dev.corridor.domain.transaction.DispatchReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What the outboxes of chains and of banks keep in the same form. */
final class DispatchRows {

    private DispatchRows() {}

    static Optional<DispatchReason> reason(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("reason")).map(DispatchReason::valueOf);
    }
}
