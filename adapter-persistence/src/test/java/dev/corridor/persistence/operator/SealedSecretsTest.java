package dev.corridor.persistence.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.persistence.SecretSeal;
import dev.corridor.persistence.access.MasterKey;
import dev.corridor.persistence.operator.SealedSecrets.Count;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Store;
import dev.corridor.testing.StoreContract;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The master key is rotated while nodes with the old, both, and the new one are at work. */
class SealedSecretsTest extends StoreContract {

    private static final MasterKey OLD = new MasterKey("0".repeat(64));
    private static final MasterKey BOTH = new MasterKey("1".repeat(64) + "," + "0".repeat(64));
    private static final MasterKey NEW = new MasterKey("1".repeat(64));
    private static final MasterKey ANOTHER = new MasterKey("2".repeat(64));

    private static final String API_KEY = """
            insert into api_keys (api_key_id, organization_id, environment, name, status, permissions, tier, allowed_addresses, dialect, hash,
                display_prefix, signing_secret, former_hash, former_signing_secret, former_works_until, created_at, updated_at)
            values (:id, :organization, 'SANDBOX', :id::text, 'ENABLED', '{}', 'STREAM', '{}', 'nxos', :id::text, '', :secret, :id::text || ' before', :former,
                now(), now(), now())
            """;

    private static final String ENDPOINT = """
            insert into webhook_endpoints (endpoint_id, organization_id, url, description, event_types, is_disabled, secret, former_secret,
                former_signs_until, created_at, updated_at)
            values (:id, :organization, '', '', '{}', false, :secret, :former, now(), now(), now())
            """;

    private static final String OPERATOR = """
            insert into operators (name, password_hash, failed_logins, factor_secret, last_step, created_at)
            values ('ada', '', 0, :secret, 1, now())
            """;

    private static final String COLUMNS_OF_SECRETS = """
            select table_name || '.' || column_name
            from information_schema.columns
            where table_schema = 'public' and column_name like '%secret%' and column_name not like '%hash'
            """;

    private final TestDatabase database = TestDatabase.create();
    private final PostgresStore postgres = PostgresStore.on(database.dataSource());
    private final Jdbi jdbi = Jdbi.create(database.superuser());

    @AfterEach
    void close() {
        postgres.close();
        database.close();
    }

    @Override
    protected Store store() {
        return postgres;
    }

    @Test
    void what_the_old_key_has_sealed_is_sealed_with_the_new_one_and_opens_as_before() {
        var key = new ApiKeyId(UUID.randomUUID());
        var endpoint = new EndpointId(UUID.randomUUID());
        plant(API_KEY, key.uuid(), key, OLD);
        plant(ENDPOINT, endpoint.uuid(), endpoint, OLD);
        plant(OPERATOR, key.uuid(), "operator:ada", OLD);
        assertThat(count(BOTH)).isEqualTo(new Count(0, 5, 0));

        assertThat(new SealedSecrets(database.superuser(), BOTH).sealAgain()).isEqualTo(5);

        assertThat(count(NEW)).isEqualTo(new Count(5, 0, 0));
        assertThat(count(OLD)).isEqualTo(new Count(0, 0, 5));
        assertThat(new SealedSecrets(database.superuser(), BOTH).sealAgain()).as("the second time").isZero();
        assertThat(secretOf("api_keys", "signing_secret", key, NEW)).isEqualTo("secret");
        assertThat(secretOf("api_keys", "former_signing_secret", key, NEW)).isEqualTo("former");
        assertThat(secretOf("webhook_endpoints", "secret", endpoint, NEW)).isEqualTo("secret");
        assertThat(secretOf("webhook_endpoints", "former_secret", endpoint, NEW)).isEqualTo("former");
        assertThat(secretOf("operators", "factor_secret", "operator:ada", NEW)).isEqualTo("secret");
    }

    @Test
    void what_no_key_opens_is_left_and_counted() {
        var key = new ApiKeyId(UUID.randomUUID());
        plant(API_KEY, key.uuid(), key, ANOTHER);

        assertThat(new SealedSecrets(database.superuser(), BOTH).sealAgain()).isZero();

        assertThat(count(BOTH)).isEqualTo(new Count(0, 0, 2));
        assertThat(secretOf("api_keys", "signing_secret", key, ANOTHER)).isEqualTo("secret");
    }

    @Test
    void every_column_with_secrets_is_sealed_again() {
        var columns = jdbi.withHandle(handle -> handle.createQuery(COLUMNS_OF_SECRETS).mapTo(String.class).list());

        assertThat(columns)
                .containsExactlyInAnyOrderElementsOf(SealedSecrets.COLUMNS.stream().map(column -> column.table() + "." + column.name()).toList());
    }

    private void plant(String insert, UUID id, Object owner, MasterKey key) {
        var seal = new SecretSeal(key);
        jdbi.useHandle(handle -> handle.createUpdate(insert)
                .bind("id", id)
                .bind("organization", organization.id().uuid())
                .bind("secret", seal.seal("secret", owner).value())
                .bind("former", seal.seal("former", owner).value())
                .execute());
    }

    private Count count(MasterKey key) {
        return new SealedSecrets(database.superuser(), key).count();
    }

    private String secretOf(String table, String column, Object owner, MasterKey key) {
        var sealed = jdbi.withHandle(handle -> handle.createQuery("select " + column + " from " + table + " where " + column + " is not null")
                .mapTo(String.class)
                .one());
        return new SecretSeal(key).open(new SealedSecret(sealed), owner);
    }
}
