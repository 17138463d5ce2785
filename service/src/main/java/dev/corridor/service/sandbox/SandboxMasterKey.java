package dev.corridor.service.sandbox;

import dev.corridor.persistence.access.MasterKey;
import java.nio.file.Path;
import java.util.function.IntFunction;

/** The sandbox's master key, generated on first use. */
public final class SandboxMasterKey {

    private static final String FILE = "master-key";

    private SandboxMasterKey() {}

    public static MasterKey in(Path directory, IntFunction<byte[]> randomBytes) {
        return new MasterKey(SecretFile.readOrCreate(
                directory.resolve(FILE), () -> MasterKey.of(randomBytes.apply(MasterKey.BYTES)).hex()));
    }
}
