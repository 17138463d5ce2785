package dev.corridor.bank.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.transaction.port.Bank.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFoldersTest {

    @TempDir
    private Path outbox;

    @TempDir
    private Path inbox;

    @Test
    void a_file_is_put_there_whole_and_again_as_it_is() throws IOException {
        var folders = new LocalFolders(outbox, inbox);

        folders.put("main-1.xml", "é");
        folders.put("main-1.xml", "é");

        assertThat(Files.readString(outbox.resolve("main-1.xml"))).isEqualTo("é");
        assertThat(outbox).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void what_a_crash_has_left_is_replaced() throws IOException {
        Files.writeString(outbox.resolve(".main-1.xml"), "a much longer text than the file has");

        new LocalFolders(outbox, inbox).put("main-1.xml", "short");

        try (var files = Files.list(outbox)) {
            assertThat(files).containsExactly(outbox.resolve("main-1.xml"));
        }
        assertThat(outbox.resolve("main-1.xml")).hasContent("short");
    }

    @Test
    void a_folder_that_is_not_there_is_not_made() {
        var folders = new LocalFolders(outbox.resolve("unmounted"), inbox);

        assertThatThrownBy(() -> folders.put("main-1.xml", "text")).isInstanceOf(Unavailable.class);
        assertThat(outbox.resolve("unmounted")).doesNotExist();
    }
}
