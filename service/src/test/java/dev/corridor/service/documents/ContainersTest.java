package dev.corridor.service.documents;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What linters from npm say of the files for containers. No image is built here. */
class ContainersTest {

    private static NodePackage programs;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        programs = NodePackage.in(".ci/containers");
    }

    @Test
    void nothing_is_wrong_with_the_dockerfile() throws IOException, InterruptedException {
        programs.run(Map.of(), "node_modules/.bin/dockerfile-utils", "lint", "../../Dockerfile");
    }

    @Test
    void nothing_is_wrong_with_the_compose_file() throws IOException, InterruptedException {
        programs.run(Map.of(), "node_modules/.bin/dclint", "--max-warnings", "0", "../../compose.yaml");
    }
}
