package dev.corridor.bank.folder;

import dev.corridor.application.transaction.port.Bank.Unavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Folders of this machine, or mounted on it. The bank's software takes files out of the one and puts files into the other. */
public final class LocalFolders implements Folders {

    /** What begins with a dot is not finished. */
    private static final String UNFINISHED = ".";

    private final Path outbox;
    private final Path inbox;

    /** Both must exist: one that is not mounted must not be mistaken for an empty one. */
    public LocalFolders(Path outbox, Path inbox) {
        this.outbox = outbox;
        this.inbox = inbox;
    }

    @Override
    public void put(String name, String content) {
        write(outbox, name, content);
    }

    /** Written beside it, forced to the disk, and renamed: who reads the folder sees no part of it, and a crash leaves it or nothing. */
    private static void write(Path folder, String name, String content) {
        var unfinished = folder.resolve(UNFINISHED + name);
        try {
            try (var file = FileChannel.open(
                    unfinished, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder);
        } catch (IOException e) {
            throw unavailable(name, e);
        }
    }

    /** The rename too must be on the disk before it is recorded. */
    private static void force(Path folder) throws IOException {
        try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    @Override
    public List<Item> arrived() {
        var items = new ArrayList<Item>();
        try (var files = Files.newDirectoryStream(inbox)) {
            for (var file : files) {
                item(file).ifPresent(items::add);
            }
        } catch (IOException e) {
            throw unavailable("the inbox", e);
        }
        return items;
    }

    /** Empty if it is no file, or gone. */
    private static Optional<Item> item(Path file) throws IOException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(attributes)
                    .filter(BasicFileAttributes::isRegularFile)
                    .map(known -> new Item(file.getFileName().toString(), known.size(), known.lastModifiedTime().toInstant()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<byte[]> read(String name) {
        try {
            return Optional.of(Files.readAllBytes(inbox.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unavailable(name, e);
        }
    }

    @Override
    public void move(String name, String folder) {
        try {
            Files.createDirectories(inbox.resolve(folder));
            Files.move(inbox.resolve(name), inbox.resolve(folder).resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            // Another node has moved it.
        } catch (IOException e) {
            throw unavailable(name, e);
        }
    }

    @Override
    public void note(String folder, String name, String text) {
        try {
            Files.createDirectories(inbox.resolve(folder));
        } catch (IOException e) {
            throw unavailable(folder, e);
        }
        write(inbox.resolve(folder), name, text);
    }

    private static Unavailable unavailable(String what, IOException cause) {
        return new Unavailable(what + " cannot be read or written: " + cause.getMessage(), cause);
    }
}
