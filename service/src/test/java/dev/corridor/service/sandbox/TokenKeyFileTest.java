package dev.corridor.service.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeyFileTest {

    @TempDir
    Path directory;

    @Test
    void a_key_is_made_once_and_kept_for_the_owner_alone() throws Exception {
        var data = directory.resolve("new").resolve("data");

        var made = new TokenKeyFile(data).readOrCreate().base64();

        assertThat(new TokenKeyFile(data).readOrCreate().base64()).isEqualTo(made);
        assertThat(new TokenKeyFile(directory).readOrCreate().base64()).isNotEqualTo(made);
        try (var files = Files.list(data)) {
            assertThat(files).singleElement()
                    .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------"));
        }
    }

    @Test
    void what_is_no_key_is_refused() throws Exception {
        Files.writeString(directory.resolve("token.key"), "dG9vIHNob3J0");

        assertThatThrownBy(() -> new TokenKeyFile(directory).readOrCreate()).isInstanceOf(IllegalArgumentException.class);
    }
}
