package dev.corridor.service.sandbox;

import dev.corridor.crypto.TokenKey;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * The sandbox's default key for signing tokens: generated on the first start, in a file that only its owner can read. Nodes that share a
 * database need a configured key instead.
 */
public final class TokenKeyFile {

    private static final String NAME = "token.key";

    private final Path file;

    public TokenKeyFile(Path dataDirectory) {
        this.file = dataDirectory.resolve(NAME);
    }

    public TokenKey readOrCreate() {
        return new TokenKey(SecretFile.readOrCreate(file, TokenKeyFile::newKey));
    }

    private static String newKey() {
        var bytes = new byte[TokenKey.MIN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return TokenKey.of(bytes).base64();
    }
}
