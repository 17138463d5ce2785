package dev.corridor.bank.folder;

import dev.corridor.application.transaction.port.Bank.Unavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Folders of this machine, or mounted on it. The bank's software takes files out of the one and puts files into the other. */
public final class LocalFolders implements Folders {

    /** What begins with a dot is not finished. */
    private static final String UNFINISHED = ".";

    private final Path outbox;

    /** @param outbox must exist: one that is not mounted must not be mistaken for an empty one */
    public LocalFolders(Path outbox) {
        this.outbox = outbox;
    }

    /** Written beside it, forced to the disk, and renamed: who reads the folder sees no part of it, and a crash leaves it or nothing. */
    @Override
    public void put(String name, String content) {
        var unfinished = outbox.resolve(UNFINISHED + name);
        try {
            try (var file = FileChannel.open(
                    unfinished, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(unfinished, outbox.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(outbox);
        } catch (IOException e) {
            throw new Unavailable("The file cannot be written: " + e.getMessage(), e);
        }
    }

    /** The rename too must be on the disk before it is recorded. */
    private static void force(Path folder) throws IOException {
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
