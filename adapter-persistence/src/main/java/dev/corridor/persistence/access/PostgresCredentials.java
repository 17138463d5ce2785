package dev.corridor.persistence.access;

import dev.corridor.application.access.port.Credentials;
import dev.corridor.domain.access.Credential;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.organization.ResidenceRows;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The key store. Every request depends on it, so a look-up of a slow database times out after {@value #LOOKUP_TIMEOUT_SECONDS} seconds. If
 * the database is unreachable, the data source's {@code connectionTimeout} and {@code socketTimeout} apply.
 */
public final class PostgresCredentials implements Credentials {

    private static final int LOOKUP_TIMEOUT_SECONDS = 2;

    private static final String FIND = "select " + ApiKeyRows.COLUMNS
            + """
            , organizations.status as client
            """ + ResidenceRows.columnFor("organizations") + """
            from api_key_secrets
            join api_keys on api_keys.api_key_id = api_key_secrets.api_key_id
            join organizations on organizations.organization_id = api_keys.organization_id
            where api_key_secrets.hash = :hash
            """;

    private final Jdbi jdbi;
    private final ApiKeyRows rows = new ApiKeyRows();

    public PostgresCredentials(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public Optional<Credential> find(String hash) {
        try {
            return jdbi.withHandle(handle -> handle.createQuery(FIND)
                    .setQueryTimeout(LOOKUP_TIMEOUT_SECONDS)
                    .bind("hash", hash)
                    .map((row, context) -> {
                        ResidenceRows.requireHere(row);
                        return new Credential(rows.map(row, context), hash, OrganizationStatus.valueOf(row.getString("client")));
                    })
                    .findOne());
        } catch (JdbiException e) {
            throw new Unreachable(e);
        }
    }
}
