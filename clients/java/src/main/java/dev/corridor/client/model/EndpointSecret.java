package dev.corridor.client.model;

/**
 * The secret that signs an endpoint's messages.
 *
 * @param key {@code whsec_} and the key in Base64
 */
public record EndpointSecret(String key) {

    /** Without what is confidential. */
    @Override
    public String toString() {
        return "EndpointSecret[confidential]";
    }
}
