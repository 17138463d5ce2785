package dev.corridor.service.api;

import dev.corridor.chain.testing.Anvil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an operator writes to connect Corridor to a chain. */
public final class RailFiles {

    /** Of the key of {@link Anvil#WALLET}, with the password "test"; made by this encryption: scrypt, n=2, r=8, p=1. */
    private static final String KEYSTORE = """
            {"crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"6087dab2f9fdbbfaddc31a909735c1e6"},
            "ciphertext":"95a65eec52ed79a7ca25286dea4e51b8157c3a53414281f889472c458b731f45","kdf":"scrypt",
            "kdfparams":{"dklen":32,"n":2,"r":8,"p":1,"salt":"a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0"},
            "mac":"9e2bf8b751dfcbe40e72fa5694ccb361ed25ac28bf66ec5455a8ef6ed962c845"},"version":3}
            """;

    private RailFiles() {}

    /** Answers the file, in a directory of its own. */
    public static Path write(URI node, String token) {
        try {
            var directory = Files.createTempDirectory("rails");
            Files.writeString(directory.resolve("hot.json"), KEYSTORE);
            Files.writeString(directory.resolve("hot.pw"), "test\n");
            return Files.writeString(directory.resolve("rails.yaml"), """
                    chains:
                      ETHEREUM_SEPOLIA:
                        rpc: ["%s"]
                        chainId: %d
                        confirmations: 3
                        tokens: { USDC: "%s" }
                        wallet: hot
                        deposits: { xpub: "xpub6Ce9NcJvTk372KjsGfWqbcex5DumjpNquQLApoeQUavSCjEc823BV1tb4rXUuPuht8h2hSxkg2EXUaKUJmniJvRZAELxypsCzBFdtosmV76" }
                        replaceAfterSeconds: 60
                        timeoutSeconds: 2
                    wallets:
                      hot: { keystore: hot.json, passwordFile: hot.pw }
                    """.formatted(node, Anvil.CHAIN_ID, token));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
