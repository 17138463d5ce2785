package dev.corridor.client.model;

import java.util.Map;

/** A change of the settings of the network. Absent members stay unchanged; at least one must be there. */
public final class NetworkSettingsRequest extends Members<NetworkSettingsRequest> {

    private NetworkSettingsRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static NetworkSettingsRequest of() {
        return new NetworkSettingsRequest(Map.of());
    }

    @Override
    NetworkSettingsRequest copy(Map<String, Object> values) {
        return new NetworkSettingsRequest(values);
    }

    /** Whether to pay and be paid over the network, which needs a handle. */
    public NetworkSettingsRequest enabled(boolean enabled) {
        return with("enabled", enabled);
    }

    /** Your public name there, which no other organization may have. */
    public NetworkSettingsRequest handle(String handle) {
        return with("handle", handle);
    }

    /** Whether those whom you pay see your name. */
    public NetworkSettingsRequest showOrganizationName(boolean showOrganizationName) {
        return with("showOrganizationName", showOrganizationName);
    }
}
