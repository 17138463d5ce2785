package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The models and operations of the Python client are those of the OpenAPI document. {@code -Dcorridor.rewrite=true} rewrites them. */
@MicronautTest
class PythonClientTest {

    private static final Path CLIENT = Path.of("../clients/python/src/corridor");

    private final World world;

    PythonClientTest(World world) {
        this.world = world;
    }

    @Test
    void its_models_and_operations_are_those_of_the_description() throws IOException {
        var sources = PythonClient.sources(new ClientModel(world.stranger().bare("/openapi.yaml").body()));

        for (var source : sources.entrySet()) {
            var file = CLIENT.resolve(source.getKey());
            if (Boolean.getBoolean("corridor.rewrite")) {
                Files.writeString(file, source.getValue());
            }
            assertThat(file).content().isEqualTo(source.getValue());
        }
    }
}
