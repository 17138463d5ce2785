package dev.corridor.service.blackbox;

import dev.corridor.service.documents.NodePackage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The TypeScript client: made of the service's own description, compiled strictly, and its story told against the packaged service. */
class TypeScriptClientIT {

    @TempDir
    private Path directory;

    @Test
    void its_story_goes_as_told() throws Exception {
        var client = NodePackage.in("clients/typescript");
        var service = Corridor.in(directory).serve();
        try (var http = HttpClient.newHttpClient()) {
            var description = directory.resolve("openapi.yaml");
            http.send(HttpRequest.newBuilder(URI.create(service.url() + "/openapi.yaml")).build(), BodyHandlers.ofFile(description));

            var environment = Map.of(
                    "CORRIDOR", service.url(),
                    "KEY", service.printedKey(),
                    "ACCOUNT", service.printedAccount(),
                    "CORRIDOR_OPENAPI", description.toString());
            client.run(environment, "npm", "test");

            FirstPaymentIT.assertThatItGoesAsTold(client.run(environment, "node", "dist/test/first-payment.js"));
        } finally {
            service.close();
        }
    }
}
