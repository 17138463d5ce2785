package dev.corridor.service.settings;

import static dev.corridor.service.settings.Setting.CORRIDOR_BIND_ADDRESS;
import static dev.corridor.service.settings.Setting.CORRIDOR_MANAGEMENT_PORT;
import static dev.corridor.service.settings.Setting.CORRIDOR_PORT;
import static dev.corridor.service.settings.Setting.CORRIDOR_TLS_CERTIFICATE;
import static dev.corridor.service.settings.Setting.CORRIDOR_TLS_KEY;

import dev.corridor.domain.organization.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the service listens.
 *
 * @param port 0 takes a free one
 * @param address of this machine; empty for all that it has
 * @param managementPort for health and metrics; empty where the API is
 * @param tls empty for a plain port, behind a proxy that speaks TLS
 */
public record Listening(int port, Optional<String> address, Optional<Integer> managementPort, Optional<Tls> tls) {

    /** As Micronaut calls what is loaded from the files. */
    private static final String CERTIFICATE = "corridor";

    /**
     * PEM files, which are read anew when they change.
     *
     * @param certificate with its chain
     */
    public record Tls(Path certificate, Path key) {}

    /** Where the file system gives no notice. */
    private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(30);

    private static final int MAX_PORT = 65_535;

    /** The other half is for the lanes and PostgreSQL; and one thread that answers a whole batch is woken once (docs/adr/0064-few-threads-that-are-warm.md). */
    private static final String EVENT_LOOPS_A_PROCESSOR = "0.5";

    static Listening read(SettingReader reader) {
        var listening = new Listening(
                reader.readWholeNumber(CORRIDOR_PORT, 0, MAX_PORT),
                reader.read(CORRIDOR_BIND_ADDRESS, text -> text.isEmpty() ? Optional.empty() : Optional.of(text)),
                reader.read(
                        CORRIDOR_MANAGEMENT_PORT,
                        text -> text.isEmpty() ? Optional.empty() : Optional.of(SettingReader.wholeNumber(text, 1, MAX_PORT))),
                tls(reader));
        reader.require(
                listening.managementPort.filter(port -> port == listening.port).isEmpty(),
                CORRIDOR_MANAGEMENT_PORT,
                "must differ from " + CORRIDOR_PORT);
        return listening;
    }

    private static Optional<Tls> tls(SettingReader reader) {
        var certificate = reader.read(CORRIDOR_TLS_CERTIFICATE, Listening::readableFile);
        var key = reader.read(CORRIDOR_TLS_KEY, Listening::readableFile);
        reader.require(
                reader.isSet(CORRIDOR_TLS_CERTIFICATE) == reader.isSet(CORRIDOR_TLS_KEY),
                CORRIDOR_TLS_CERTIFICATE,
                "and " + CORRIDOR_TLS_KEY + " are of use only together");
        return certificate.flatMap(chain -> key.map(own -> new Tls(chain, own)));
    }

    private static Optional<Path> readableFile(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var file = Path.of(text);
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("expected a file that can be read");
        }
        return Optional.of(file);
    }

    /** Where a client on this machine finds the service that listens on a port. */
    public String url(int port) {
        return (tls.isPresent() ? "https" : "http") + "://localhost:" + port;
    }

    @Override
    public String toString() {
        return "port " + port + managementPort.map(own -> " and port " + own).orElse("") + address.map(text -> " of " + text).orElse("");
    }

    /** For the server. With real money, the metrics are not where everybody is. */
    public Map<String, Object> properties(Environment environment) {
        var properties = new HashMap<String, Object>();
        properties.put("micronaut.server.port", port);
        properties.put("micronaut.netty.event-loops.default.thread-core-ratio", EVENT_LOOPS_A_PROCESSOR);
        tls.ifPresent(files -> {
            properties.put("micronaut.server.ssl.enabled", true);
            properties.put("micronaut.server.ssl.port", port);
            properties.put("micronaut.server.ssl.key-name", CERTIFICATE);
            properties.put("micronaut.certificate.file." + CERTIFICATE + ".path", files.key.toString());
            properties.put("micronaut.certificate.file." + CERTIFICATE + ".certificate-path", files.certificate.toString());
            properties.put("micronaut.certificate.file." + CERTIFICATE + ".format", "PEM");
            properties.put("micronaut.certificate.file." + CERTIFICATE + ".refresh-mode", "FILE_WATCHER_OR_SCHEDULER");
            properties.put("micronaut.certificate.file." + CERTIFICATE + ".refresh-interval", READ_AGAIN_AFTER);
        });
        address.ifPresent(text -> properties.put("micronaut.server.host", text));
        managementPort.ifPresentOrElse(
                own -> properties.put("endpoints.all.port", own),
                () -> properties.put("endpoints.prometheus.enabled", environment == Environment.SANDBOX));
        return properties;
    }
}
