package dev.corridor.service.sandbox;

import dev.corridor.crypto.TokenKey;
import java.nio.file.Path;
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
        return new TokenKey(SecretFile.readOrCreate(file, TokenKeyFile::newKey));
    }

    private static String newKey() {
        var bytes = new byte[TokenKey.MIN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return TokenKey.of(bytes).base64();
    }
}
