package dev.corridor.service.blackbox;

import dev.corridor.service.documents.NodePackage;
import dev.corridor.service.documents.PythonPackage;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python client: checked strictly, and its story told against the packaged service. */
class PythonClientIT {

    @TempDir
    private Path directory;

    @Test
    void its_story_goes_as_told() throws Exception {
        var client = PythonPackage.in("clients/python");
        try (var service = Corridor.in(directory).serve()) {
            var environment = Map.of("CORRIDOR", service.url(), "KEY", service.printedKey(), "ACCOUNT", service.printedAccount());

            client.run(environment, "-W", "error::ResourceWarning", "-m", "unittest", "discover", "-s", "tests");

            FirstPaymentIT.assertThatItGoesAsTold(client.run(environment, "examples/first_payment.py"));
        }
    }

    @Test
    void its_types_are_right() throws Exception {
        PythonPackage.in("clients/python");

        NodePackage.in("clients/api").run(Map.of(), "node_modules/.bin/pyright", "--project", "../python");
    }
}
