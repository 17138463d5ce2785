package dev.corridor.chain.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestTokenTest {

    @Test
    void the_bytecode_is_compiled_from_its_source(@TempDir Path directory) throws IOException, InterruptedException {
        var packages = NodePackages.installed();
        assumeTrue(packages.isPresent(), "Node.js is needed");
        Files.write(directory.resolve("TestToken.sol"), resource("TestToken.sol"));

        var compiler = new ProcessBuilder(
                packages.orElseThrow().resolve(".bin").resolve("solcjs").toString(), "--optimize", "--bin", "--output-dir", ".", "TestToken.sol")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();

        assertThat(compiler.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(directory.resolve("TestToken_sol_TestToken.bin")).hasBinaryContent(resource("TestToken.bin"));
    }

    private static byte[] resource(String name) throws IOException {
        try (var content = TestTokenTest.class.getResourceAsStream(name)) {
            return content.readAllBytes();
        }
    }
}
