package dev.corridor.persistence.operator;

import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.persistence.SecretSeal;
import dev.corridor.persistence.access.MasterKey;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** All secrets in the database that the master key seals. */
public final class SealedSecrets {

    /**
     * A column of them. What it names is unique in its table.
     *
     * @param type of the id
     * @param owner as it is sealed in, from the text of the id
     */
    record Column(String table, String id, String type, Function<String, Object> owner, String name) {

        private static final String SELECT = "select %s::text as id, %s as secret from %s where %s is not null order by 1";
        private static final String UPDATE = "update %s set %s = :sealed where %s = cast(:id as %s) and %s = :before";

        private static Column ofUuid(String table, String id, Function<UUID, Object> owner, String name) {
            return new Column(table, id, "uuid", text -> owner.apply(UUID.fromString(text)), name);
        }

        private List<Found> readAll(Handle handle) {
            return handle.createQuery(SELECT.formatted(id, name, table, name))
                    .map((row, context) -> new Found(row.getString("id"), new SealedSecret(row.getString("secret"))))
                    .list();
        }

        /** Not if its owner has got another one meanwhile. */
        private int replace(Found secret, SealedSecret sealed, Handle handle) {
            return handle.createUpdate(UPDATE.formatted(table, name, id, type, name))
                    .bind("sealed", sealed.value())
                    .bind("id", secret.id)
                    .bind("before", secret.sealed.value())
                    .execute();
        }
    }

    private record Found(String id, SealedSecret sealed) {}

    static final List<Column> COLUMNS = List.of(
            Column.ofUuid("api_keys", "api_key_id", ApiKeyId::new, "signing_secret"),
            Column.ofUuid("api_keys", "api_key_id", ApiKeyId::new, "former_signing_secret"),
            Column.ofUuid("webhook_endpoints", "endpoint_id", EndpointId::new, "secret"),
            Column.ofUuid("webhook_endpoints", "endpoint_id", EndpointId::new, "former_secret"),
            new Column("operators", "name", "text", name -> TinkOperatorSecrets.owner(new OperatorName(name)), "factor_secret"));

    private final Jdbi jdbi;
    private final SecretSeal seal;

    public SealedSecrets(DataSource dataSource, MasterKey masterKey) {
        this.jdbi = Jdbi.create(dataSource);
        this.seal = new SecretSeal(masterKey);
    }

    /**
     * What was found of them.
     *
     * @param current sealed with the key that seals new ones
     * @param former sealed with a former one
     * @param unreadable sealed with none of the keys: whom they belong to needs new ones
     */
    public record Count(int current, int former, int unreadable) {

        public int all() {
            return current + former + unreadable;
        }
    }

    public Count count() {
        return jdbi.withHandle(this::count);
    }

    /** As the handle's transaction sees them. */
    public Count count(Handle handle) {
        int current = 0;
        int former = 0;
        int unreadable = 0;
        for (var column : COLUMNS) {
            for (var secret : column.readAll(handle)) {
                switch (seal.keyOf(secret.sealed, column.owner.apply(secret.id))) {
                    case CURRENT -> current++;
                    case FORMER -> former++;
                    case NONE -> unreadable++;
                }
            }
        }
        return new Count(current, former, unreadable);
    }

    /** Seals those of former keys with the current one, one by one, so that it may be stopped and begun again. Answers how many it has sealed. */
    public int sealAgain() {
        return jdbi.withHandle(this::sealAgain);
    }

    /** In the handle's transaction. */
    public int sealAgain(Handle handle) {
        int sealed = 0;
        for (var column : COLUMNS) {
            for (var secret : column.readAll(handle)) {
                var owner = column.owner.apply(secret.id);
                if (seal.keyOf(secret.sealed, owner) == SecretSeal.KeyFound.FORMER) {
                    sealed += column.replace(secret, seal.seal(seal.open(secret.sealed, owner), owner), handle);
                }
            }
        }
        return sealed;
    }
}
