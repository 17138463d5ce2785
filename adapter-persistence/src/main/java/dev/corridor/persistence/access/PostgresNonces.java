package dev.corridor.persistence.access;

import dev.corridor.application.access.port.Nonces;
import dev.corridor.domain.access.Credential;
import dev.corridor.domain.access.Nonce;
import dev.corridor.persistence.Database;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** One conditional upsert: the second of two requests waits for the first and then sees its nonce. */
public final class PostgresNonces implements Nonces {

    private static final String ADVANCE = """
            insert into nonces (secret_hash, organization_id, last_nonce)
            values (:hash, :organization, :nonce)
            on conflict (secret_hash, organization_id) do update
            set last_nonce = excluded.last_nonce
            where nonces.last_nonce < excluded.last_nonce
            """;

    private final Jdbi jdbi;

    public PostgresNonces(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public boolean advance(Credential credential, Nonce nonce) {
        return jdbi.withHandle(handle -> handle.createUpdate(ADVANCE)
                .bind("hash", credential.hash())
                .bind("organization", credential.key().organization().uuid())
                .bind("nonce", nonce.value())
                .execute()) == 1;
    }
}
