package dev.corridor.persistence.access;

import dev.corridor.application.access.port.KeyUses;
import dev.corridor.persistence.Database;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresKeyUses implements KeyUses {

    /** All nodes lock the rows in the same order. Keys locked by a change are skipped: their next use records them. */
    private static final String RECORD = """
            with used as (
              select api_keys.api_key_id, noted.at
              from unnest(:ids, :organizations, :instants) as noted (id, organization, at)
              join api_keys on api_keys.api_key_id = noted.id and api_keys.organization_id = noted.organization
              where last_used_at is null or last_used_at < noted.at
              order by api_keys.api_key_id
              for update of api_keys skip locked)
            update api_keys
            set last_used_at = used.at
            from used
            where api_keys.api_key_id = used.api_key_id
            """;

    private final Jdbi jdbi;

    public PostgresKeyUses(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public void record(List<KeyUse> uses) {
        jdbi.useHandle(handle -> handle.createUpdate(RECORD)
                .bindArray("ids", UUID.class, uses.stream().map(use -> use.key().uuid()).toArray())
                .bindArray("organizations", UUID.class, uses.stream().map(use -> use.organization().uuid()).toArray())
                .bindArray("instants", Instant.class, uses.stream().map(KeyUse::at).toArray())
                .execute());
    }
}
