package dev.corridor.service.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A secret that a sandbox generates on its first start, in a file that only its owner can read. */
final class SecretFile {

    private SecretFile() {}

    /** Reads the file. If missing, creates it with a fresh secret, or reads that of a concurrent process. */
    static String readOrCreate(Path file, Supplier<String> fresh) {
        try {
            if (!Files.exists(file)) {
                create(file, fresh.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret in " + file + " can be neither read nor kept", e);
        }
    }

    /** Writes a temporary file and links it, so the secret appears complete or not at all, and never overwrites another. */
    private static void create(Path file, String secret) throws IOException {
        var directory = Files.createDirectories(file.toAbsolutePath().getParent());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var aside = Files.createTempFile(directory, file.getFileName().toString(), ".partial", ownerOnly);
        try {
            Files.writeString(aside, secret + "\n");
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.delete(aside);
        }
    }
}
