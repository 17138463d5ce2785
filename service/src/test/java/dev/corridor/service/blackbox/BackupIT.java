package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Await;
import dev.corridor.service.embedded.DatabaseOutage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database is backed up under load, lost, and restored elsewhere. */
class BackupIT {

    private static final int CLIENTS = 4;
    private static final int ENOUGH = 60;

    @TempDir
    private static Path directory;

    @Test
    void what_was_acknowledged_before_a_backup_is_there_after_it_is_restored() throws Exception {
        var corridor = Corridor.in(Files.createDirectory(directory.resolve("lost")));
        var elsewhere = Corridor.in(Files.createDirectory(directory.resolve("found")));
        var backup = directory.resolve("backup").toString();
        Load before;
        try (var service = corridor.serve()) {
            before = Load.start(CLIENTS, service);
            Await.until("so much is granted", () -> before.progress() > ENOUGH);
            before.stop();
            var meanwhile = Load.start(CLIENTS, service);
            Await.until("the load runs", () -> meanwhile.progress() > 0);

            assertThat(corridor.run("backup", backup)).isEqualTo(new Corridor.Ending(0, "backup complete: " + backup + "\n", ""));

            meanwhile.stop();
            service.kill();
            DatabaseOutage.kill(corridor.dataDirectory());
        }

        var restored = elsewhere.run("restore", backup);

        assertThat(restored.exitCode()).as(restored.errors()).isZero();
        try (var service = elsewhere.serve()) {
            before.repeatGranted(service.api());
            assertThat(elsewhere.run("verify-books")).isEqualTo(new Corridor.Ending(0, "", ""));
        }
    }

    @Test
    void nothing_is_overwritten_and_nothing_else_is_taken_for_a_backup() throws Exception {
        var corridor = Corridor.in(Files.createDirectory(directory.resolve("kept")));
        var backup = directory.resolve("second backup");
        assertThat(corridor.run("backup", backup.toString()).errors()).contains("there is no database in " + corridor.dataDirectory());
        assertThat(corridor.run("prepare-database").exitCode()).isZero();
        assertThat(corridor.run("restore", directory.toString()).errors()).contains(directory + " is no backup of Corridor");
        assertThat(corridor.run("backup", backup.toString()).exitCode()).isZero();

        var again = corridor.run("backup", backup.toString());
        var over = corridor.run("restore", backup.toString());
        var elsewhere = corridor.with("CORRIDOR_DATABASE_URL", "postgres://corridor:secret@127.0.0.1:1/corridor").run("backup", "anywhere");

        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.errors()).contains(backup + " is there already");
        assertThat(over.exitCode()).isEqualTo(1);
        assertThat(over.errors()).contains("there is a database in " + corridor.dataDirectory() + " already");
        assertThat(elsewhere.exitCode()).isEqualTo(2);
        assertThat(elsewhere.output()).contains("CORRIDOR_DATABASE_URL names a server of its own");
    }
}
