package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.client.api.Sandbox;
import dev.corridor.client.model.Asset;
import dev.corridor.client.model.DepositRequest;
import dev.corridor.service.embedded.SharedPrograms;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The password of the tables' owner is on no machine that serves: the service logs in as the role in which it works. */
class ServiceLoginIT {

    private static final String SETTING = "CORRIDOR_DATABASE_URL=";

    @TempDir
    private Path directory;

    @Test
    void the_service_logs_in_as_its_own_role_once_the_owner_has_let_it_in() throws Exception {
        var server = directory.resolve("server");
        try (var database = SharedPrograms.start(server); var owner = Owner.ofDatabaseIn(server)) {
            var byOwner = corridor("owner").with("CORRIDOR_DATABASE_URL", LiveIT.urlOf(database.address()));

            var prepared = byOwner.run("prepare-database", "login");

            assertThat(prepared.exitCode()).as(prepared.errors()).isZero();
            var address = prepared.output().strip().substring(SETTING.length());
            assertThat(address).matches("postgres://corridor_service:[0-9a-f]{48}@.+");
            var corridor = corridor("service").with("CORRIDOR_DATABASE_URL", address);
            try (var service = corridor.serve()) {
                service.api().send(Sandbox.deposit(DepositRequest.of(service.printedAccount(), Asset.EUR, BigDecimal.ONE)));
                assertThat(service.client().get("/health/readiness").status()).isEqualTo(200);
            }
            assertThat(byOwner.run("verify-books").exitCode()).isZero();

            // As after a new version, which has one migration more.
            owner.execute("delete from flyway_schema_history where installed_rank = (select max(installed_rank) from flyway_schema_history)");
            assertThat(refusalOf(corridor)).contains("is not yet as this Corridor wants it", "prepare-database login");
            owner.execute("revoke select on flyway_schema_history from corridor_service");
            assertThat(refusalOf(corridor)).contains("its owner has not let corridor_service in", "prepare-database login");
        }
    }

    @Test
    void its_password_stays_when_the_owner_prepares_the_database_again() throws Exception {
        try (var database = SharedPrograms.start(directory.resolve("server"))) {
            var byOwner = corridor("owner").with("CORRIDOR_DATABASE_URL", LiveIT.urlOf(database.address()));
            byOwner.run("prepare-database", "login");

            var again = byOwner.run("prepare-database", "login");

            assertThat(again.exitCode()).as(again.errors()).isZero();
            assertThat(again.output()).contains("may log in with the password that it has").doesNotContain(SETTING);
        }
    }

    private Corridor corridor(String name) throws IOException {
        return Corridor.in(Files.createDirectory(directory.resolve(name)));
    }

    private static String refusalOf(Corridor corridor) throws Exception {
        var ending = corridor.run("serve");
        assertThat(ending.exitCode()).isNotZero();
        return ending.errors();
    }
}
