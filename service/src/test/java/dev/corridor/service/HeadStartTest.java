package dev.corridor.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.database.AwaitedAddress;
import dev.corridor.service.settings.Settings;
import java.lang.Thread.State;
import java.nio.file.Path;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadStartTest {

    @TempDir
    private Path directory;

    /** If a part asked the database while it is made, that would wait, and not the last step. */
    @Test
    void all_parts_are_made_before_the_database_is_there_and_none_is_at_work() {
        var headStart = HeadStart.begin(Settings.of(Map.of("CORRIDOR_PORT", "0", "CORRIDOR_DATA_DIR", directory.toString())));

        Await.until("all waits for the database", () -> waitingForTheAddress().isPresent());
        var waiting = waitingForTheAddress().orElseThrow();

        assertThat(beansBeingMade(waiting)).singleElement().asString().contains("$DatabaseFactory$Address");
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("webhooks")
                .noneMatch(name -> name.startsWith("rates-"));

        headStart.giveUp();
        Await.until("the head start has ended", () -> !waiting.isAlive());
    }

    private static Optional<Thread> waitingForTheAddress() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("head-start") && thread.getKey().getState() == State.WAITING)
                .filter(thread -> Arrays.stream(thread.getValue()).anyMatch(frame -> frame.getClassName().equals(AwaitedAddress.class.getName())))
                .map(Map.Entry::getKey)
                .findAny();
    }

    private static Stream<String> beansBeingMade(Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> name.startsWith("dev.corridor") && name.endsWith("$Definition"));
    }

    /** Whoever first opens one, such as that of a jar, makes all that the class path brings. The one of an SSH library took 0.4 seconds of each start. */
    @Test
    void no_library_brings_a_file_system() {
        assertThat(FileSystemProvider.installedProviders()).allMatch(provider -> provider.getClass().getModule().isNamed());
    }
}
