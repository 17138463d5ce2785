package dev.corridor.service.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A secret that a sandbox makes for itself on its first start and keeps beside its data, for its owner's eyes only. */
final class SecretFile {

    private SecretFile() {}

    /** What the file holds. If there is none yet it gets a fresh secret, or that of somebody who was faster. */
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

    /** Written aside first: it appears whole or not at all, and never in the place of another. */
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
