package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalIT {

    @TempDir
    private Path directory;

    @Test
    void a_rehearsal_trades_and_leaves_nothing_behind() throws Exception {
        var corridor = Corridor.in(directory);

        var rehearsal = corridor.run("rehearse");

        assertThat(rehearsal.exitCode()).as(rehearsal.errors()).isZero();
        assertThat(rehearsal.output()).matches("[1-9][0-9]* trades\n");
        assertThat(rehearsal.errors()).contains("path=/v1/quotes status=200").doesNotContain(" ERROR ");
        assertThat(corridor.dataDirectory()).doesNotExist();
    }
}
