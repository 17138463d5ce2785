package dev.corridor.service.sandbox;

import dev.corridor.crypto.TokenKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * The key that a sandbox signs its tokens with when the operator has given it none: made on the first start and kept beside the data, for the
 * owner's eyes only. Nodes that share a database do not share it, so they must be given one.
 */
public final class TokenKeyFile {

    private static final String NAME = "token.key";

    private final Path file;

    public TokenKeyFile(Path dataDirectory) {
        this.file = dataDirectory.resolve(NAME);
    }

    public TokenKey readOrCreate() {
        try {
            if (!Files.exists(file)) {
                create();
            }
            return new TokenKey(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The key that signs tokens can neither be read nor kept in " + file, e);
        }
    }

    /** Written aside first, so that a start that is interrupted leaves no half of a key. */
    private void create() throws IOException {
        Files.createDirectories(file.getParent());
        var bytes = new byte[TokenKey.MIN_BYTES];
        new SecureRandom().nextBytes(bytes);
        var ownersOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var aside = Files.createTempFile(file.getParent(), NAME, "", ownersOnly);
        Files.writeString(aside, TokenKey.of(bytes).base64());
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
