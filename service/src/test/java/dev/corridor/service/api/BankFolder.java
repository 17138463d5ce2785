package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.transaction.BankOrder;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.service.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Optional;

/** The bank's side of the two folders where files are exchanged. */
record BankFolder(Path directory, InstantSource clock) {

    /** Makes the folders. */
    static void in(Path directory) throws IOException {
        Files.createDirectories(directory.resolve("out"));
        Files.createDirectories(directory.resolve("in"));
    }

    static String endToEndId(String payout) {
        var id = payout.substring("txn_".length());
        assertThat(BankOrder.payoutOf(id)).contains(TransactionId.parse(payout));
        return id;
    }

    static String messageId(String file) {
        return file.replaceFirst("(?s).*<MsgId>(.*?)</MsgId>.*", "$1");
    }

    String awaitFileWith(String endToEndId) {
        Await.until("a file has the order", () -> fileWith(endToEndId).isPresent());
        return fileWith(endToEndId).orElseThrow();
    }

    private Optional<String> fileWith(String endToEndId) {
        try (var files = Files.list(directory.resolve("out"))) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.xml"))
                    .map(BankFolder::read)
                    .filter(text -> text.contains(endToEndId))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written under another name first, as a bank's software does. */
    void arrives(String name, String message) {
        var inbox = directory.resolve("in");
        try {
            var unfinished = Files.writeString(inbox.resolve(name + ".tmp"), message);
            Files.setLastModifiedTime(unfinished, FileTime.from(clock.instant().minusSeconds(60)));
            Files.move(unfinished, inbox.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitTaken(String name) {
        Await.until(name + " is taken", () -> Files.exists(directory.resolve("in/taken").resolve(name)));
    }

    void awaitPutAside(String name) {
        Await.until("the reason is there", () -> Files.exists(directory.resolve("in/put-aside").resolve(name + ".reason.txt")));
    }
}
