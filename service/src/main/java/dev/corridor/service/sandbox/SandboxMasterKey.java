package dev.corridor.service.sandbox;

import dev.corridor.persistence.access.MasterKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.function.IntFunction;

/** The sandbox's master key, in a file beside its data that nobody else may read; made when it is first needed. */
public final class SandboxMasterKey {

    private static final String FILE = "master-key";

    private SandboxMasterKey() {}

    public static MasterKey in(Path directory, IntFunction<byte[]> randomBytes) {
        var file = directory.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                create(file, MasterKey.of(randomBytes.apply(MasterKey.BYTES)));
            }
            return new MasterKey(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("the master key in " + file + " can be neither read nor made", e);
        }
    }

    /** It belongs to its owner alone from the first moment. Somebody else may have been faster. */
    private static void create(Path file, MasterKey key) throws IOException {
        Files.createDirectories(file.getParent());
        var ownersAlone = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(
                file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersAlone)) {
            channel.write(ByteBuffer.wrap((key.hex() + "\n").getBytes(StandardCharsets.US_ASCII)));
        } catch (FileAlreadyExistsException e) {
            return;
        }
    }
}
