package dev.corridor.persistence.cell;

import dev.corridor.persistence.Database;
import dev.corridor.persistence.organization.ResidenceRows;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** What is to be known outside of who lives in this cell: hashes only, SHA-256 in Base64, as a proxy can compute them. */
public final class CellMaps {

    private static final int ROWS_AT_A_TIME = 1_000;

    private static final String KEYS = """
            select hash
            from api_key_secrets
            join residences using (organization_id)
            where has_arrived and state in ('ARRIVED', 'CLOSING', 'LEAVING')
            order by hash
            """;

    private static final String EMAILS = """
            select encode(sha256(convert_to(email, 'UTF8')), 'base64') as hash
            from users
            where not %s
            order by email
            """
            .formatted(ResidenceRows.isGone("users"));

    private final Jdbi jdbi;

    public CellMaps(DataSource owner) {
        this.jdbi = Database.on(owner);
    }

    /** Secrets of the organizations that have come from other cells, whichever cell they name. */
    public void keys(Consumer<String> hash) {
        each(KEYS, hash);
    }

    /** Addresses of the people of this cell. */
    public void emails(Consumer<String> hash) {
        each(EMAILS, hash);
    }

    private void each(String query, Consumer<String> hash) {
        jdbi.useTransaction(handle -> handle.createQuery(query).setFetchSize(ROWS_AT_A_TIME).mapTo(String.class).forEach(hash));
    }
}
