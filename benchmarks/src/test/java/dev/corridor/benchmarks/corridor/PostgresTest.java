package dev.corridor.benchmarks.corridor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresTest {

    @Test
    void a_server_is_named_by_a_url() {
        var server = Postgres.parse("postgres://owner:s3cret@db.example:6432/books");

        assertThat(server.environment())
                .containsEntry("PGHOST", "db.example")
                .containsEntry("PGPORT", "6432")
                .containsEntry("PGDATABASE", "books")
                .containsEntry("PGUSER", "owner")
                .containsEntry("PGPASSWORD", "s3cret");
    }

    @Test
    void the_port_may_be_left_out_and_nothing_else() {
        assertThat(Postgres.parse("postgres://owner:s3cret@db.example/books").port()).isEqualTo(5432);
        assertThatThrownBy(() -> Postgres.parse("postgres://db.example/books")).hasMessageContaining("--database expects");
        assertThatThrownBy(() -> Postgres.parse("postgres://owner:s3cret@db.example")).hasMessageContaining("--database expects");
    }

    @Test
    void the_embedded_server_is_known_from_the_data_directory(@TempDir Path data) throws IOException {
        Files.createDirectory(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/postmaster.pid"), "4711\n/data/postgres\n1767225600\n54321\n\n127.0.0.1\n");
        Files.writeString(data.resolve("postgres.password"), "s3cret");

        var server = Postgres.embeddedIn(data);

        assertThat(server.port()).isEqualTo(54321);
        assertThat(server.processId()).isEqualTo(OptionalLong.of(4711));
        assertThat(server.password()).isEqualTo("s3cret");
    }

    @Test
    void the_password_stays_out_of_texts() {
        assertThat(Postgres.parse("postgres://owner:s3cret@db.example/books").toString()).doesNotContain("s3cret");
    }
}
