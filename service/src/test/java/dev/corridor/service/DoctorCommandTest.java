package dev.corridor.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.persistence.SecretSeal;
import dev.corridor.persistence.access.MasterKey;
import dev.corridor.service.api.RailFiles;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation that is well, and what is said of each thing that is not. The master key is rotated beside it. */
class DoctorCommandTest {

    private static final URI NO_NODE = URI.create("http://127.0.0.1:1");
    private static final String TOKEN = "0x1c7d4b196cb0c7b01d743fbc6116a902379c7238";

    private static final String OLD = "0".repeat(64);
    private static final String NEW = "1".repeat(64);

    private static final String ORGANIZATION = """
            insert into organizations (organization_id, name, type, status, verification, crypto_payouts_enabled, metadata, created_at, updated_at)
            values (:organization, 'Acme', 'BUSINESS', 'APPROVED', 'APPROVED', true, '{}', now(), now())
            """;

    private static final String API_KEY = """
            insert into api_keys (api_key_id, organization_id, environment, name, status, permissions, tier, allowed_addresses, dialect, hash,
                display_prefix, signing_secret, created_at, updated_at)
            values (:id, :organization, 'SANDBOX', 'signed', 'ENABLED', '{}', 'STREAM', '{}', 'nxos', 'hash', '', :secret, now(), now())
            """;

    private static final String ENDPOINT = """
            insert into webhook_endpoints (endpoint_id, organization_id, url, description, event_types, is_disabled, secret, created_at, updated_at)
            values (:id, :organization, '', '', '{}', true, :secret, now(), now())
            """;

    @TempDir
    private static Path directory;

    private static ServiceDatabase database;

    private final Map<String, String> variables = new HashMap<>();
    private final Jdbi jdbi = Jdbi.create(database.owner());

    @BeforeAll
    static void start() {
        database = ServiceDatabase.start(Settings.of(Map.of("CORRIDOR_DATA_DIR", directory.toString())));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void an_installation_that_is_well() {
        variables.put("CORRIDOR_DATA_DIR", directory.toString());
        variables.put("CORRIDOR_MASTER_KEY", OLD);
    }

    @AfterEach
    void it_is_empty_again() {
        jdbi.useHandle(handle -> {
            handle.execute("delete from api_keys");
            handle.execute("delete from webhook_endpoints");
            handle.execute("delete from organizations");
        });
    }

    private record Said(ExitCode exitCode, String text) {}

    private Said doctor() {
        return run(new DoctorCommand());
    }

    private Said run(Command command) {
        var output = new ByteArrayOutputStream();
        var exitCode = command.run(Settings.of(variables), List.of(), new PrintStream(output, true, StandardCharsets.UTF_8));
        return new Said(exitCode, output.toString(StandardCharsets.UTF_8));
    }

    private void plantASecretOf(String masterKey) {
        var key = new ApiKeyId(UUID.randomUUID());
        plant(API_KEY, key.uuid(), new SecretSeal(new MasterKey(masterKey)).seal("secret", key).value());
    }

    private void plant(String insert, UUID id, String secret) {
        var organization = UUID.randomUUID();
        jdbi.useHandle(handle -> {
            handle.createUpdate(ORGANIZATION).bind("organization", organization).execute();
            handle.createUpdate(insert).bind("id", id).bind("organization", organization).bind("secret", secret).execute();
        });
    }

    @Test
    void what_is_well_is_said_to_be_fine() {
        plantASecretOf(OLD);

        var said = doctor();

        assertThat(said.text())
                .contains("fine    database       PostgreSQL ")
                .contains("fine    schema         it is of this program")
                .contains("fine    secrets        all 1 can be opened\n")
                .contains("fine    suspense ", "fine    payouts ", "fine    transactions ", "fine    reconciliation ")
                .contains("nothing is to be mended")
                .doesNotContain("mend    ");
        assertThat(said.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_secret_that_no_key_opens_is_to_be_mended() {
        plantASecretOf(NEW);

        var said = doctor();

        assertThat(said.text()).contains("mend    secrets        1 of 1 cannot be opened", "1 to be mended");
        assertThat(said.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void the_master_key_is_rotated() {
        plantASecretOf(OLD);
        variables.put("CORRIDOR_MASTER_KEY", NEW + "," + OLD);
        assertThat(doctor().text()).contains("all 1 can be opened, 1 with a former master key: `seal-secrets`");

        var sealed = run(new SealSecretsCommand());

        assertThat(sealed.text()).contains("sealed 1 secrets anew", "the former master key is of no more use");
        assertThat(sealed.exitCode()).isEqualTo(ExitCode.DONE);
        variables.put("CORRIDOR_MASTER_KEY", NEW);
        assertThat(doctor().text()).contains("all 1 can be opened\n");
    }

    @Test
    void it_says_for_how_many_nodes_the_server_has_connections() {
        variables.put("CORRIDOR_DATABASE_POOL_SIZE", "100");

        assertThat(doctor().text()).contains("fine    connections    the server has 117, enough for 1 nodes of this size");
    }

    @Test
    void an_endpoint_that_receives_nothing_is_told_of() {
        plant(ENDPOINT, UUID.randomUUID(), "");

        assertThat(doctor().text()).contains("advice  webhooks       1 endpoints are disabled");
    }

    @Test
    void a_chain_whose_nodes_do_not_answer_is_to_be_mended() {
        variables.put("CORRIDOR_RAILS", RailFiles.write(NO_NODE, TOKEN).toString());

        assertThat(doctor().text()).contains("mend    ETHEREUM_SEPOLIA only 0 of 1 nodes answer");
    }
}
