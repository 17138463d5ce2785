package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The models and operations of the Java client are those of the OpenAPI document. {@code -Dcorridor.rewrite=true} rewrites them; {@code ./mvnw
 * formatter:format} lays them out, which is not compared.
 */
@MicronautTest
class JavaClientTest {

    private static final Path CLIENT = Path.of("../clients/java/src/main/java/dev/corridor/client");
    private static final Set<String> WRITTEN_BY_HAND = Set.of("Members.java", "Named.java", "Word.java", "package-info.java");

    private final SortedMap<String, String> sources;

    JavaClientTest(World world) {
        this.sources = JavaClient.sources(new ClientModel(world.stranger().bare("/openapi.yaml").body()));
    }

    @Test
    void its_models_and_operations_are_those_of_the_description() throws IOException {
        if (Boolean.getBoolean("corridor.rewrite")) {
            rewrite();
        }
        var present = present();

        assertThat(present.keySet()).isEqualTo(sources.keySet());
        assertThat(sources).allSatisfy((path, text) -> assertThat(withoutLayout(present.get(path))).as(path).isEqualTo(withoutLayout(text)));
    }

    private void rewrite() throws IOException {
        for (var path : present().keySet()) {
            if (!sources.containsKey(path)) {
                Files.delete(CLIENT.resolve(path));
            }
        }
        for (var source : sources.entrySet()) {
            Files.writeString(CLIENT.resolve(source.getKey()), source.getValue());
        }
    }

    private static Map<String, String> present() throws IOException {
        var present = new TreeMap<String, String>();
        for (var place : Set.of("api", "model")) {
            try (Stream<Path> files = Files.list(CLIENT.resolve(place))) {
                for (var file : files.filter(file -> !WRITTEN_BY_HAND.contains(file.getFileName().toString())).toList()) {
                    present.put(place + "/" + file.getFileName(), Files.readString(file));
                }
            }
        }
        return present;
    }

    private static String withoutLayout(String source) {
        return source.replaceAll("\\s+", "");
    }
}
