package dev.corridor.service.settings;

import static dev.corridor.service.settings.Setting.CORRIDOR_BIND_ADDRESS;
import static dev.corridor.service.settings.Setting.CORRIDOR_MANAGEMENT_PORT;
import static dev.corridor.service.settings.Setting.CORRIDOR_PORT;

import dev.corridor.domain.organization.Environment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the service listens.
 *
 * @param port 0 takes a free one
 * @param address of this machine; empty for all that it has
 * @param managementPort for health and metrics; empty where the API is
 */
public record Listening(int port, Optional<String> address, Optional<Integer> managementPort) {

    private static final int MAX_PORT = 65_535;

    static Listening read(SettingReader reader) {
        var listening = new Listening(
                reader.readWholeNumber(CORRIDOR_PORT, 0, MAX_PORT),
                reader.read(CORRIDOR_BIND_ADDRESS, text -> text.isEmpty() ? Optional.empty() : Optional.of(text)),
                reader.read(
                        CORRIDOR_MANAGEMENT_PORT,
                        text -> text.isEmpty() ? Optional.empty() : Optional.of(SettingReader.wholeNumber(text, 1, MAX_PORT))));
        reader.require(
                listening.managementPort.filter(port -> port == listening.port).isEmpty(),
                CORRIDOR_MANAGEMENT_PORT,
                "must differ from " + CORRIDOR_PORT);
        return listening;
    }

    @Override
    public String toString() {
        return "port " + port + managementPort.map(own -> " and port " + own).orElse("") + address.map(text -> " of " + text).orElse("");
    }

    /** For the server. With real money, the metrics are not where everybody is. */
    public Map<String, Object> properties(Environment environment) {
        var properties = new HashMap<String, Object>();
        properties.put("micronaut.server.port", port);
        address.ifPresent(text -> properties.put("micronaut.server.host", text));
        managementPort.ifPresentOrElse(
                own -> properties.put("endpoints.all.port", own),
                () -> properties.put("endpoints.prometheus.enabled", environment == Environment.SANDBOX));
        return properties;
    }
}
