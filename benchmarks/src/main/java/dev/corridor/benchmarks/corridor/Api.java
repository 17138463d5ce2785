package dev.corridor.benchmarks.corridor;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Encodes requests with an organization's key. Each change has its own idempotency key. */
public final class Api {

    private final String key;
    private final String origin = UUID.randomUUID().toString();
    private long posts;

    public Api(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    public byte[] get(String path) {
        return bytes(head("GET", path) + "\r\n");
    }

    public byte[] post(String path) {
        return post(path, "");
    }

    /** @param body in ASCII; empty for none */
    public byte[] post(String path, String body) {
        posts++;
        return bytes(head("POST", path)
                + "Idempotency-Key: " + origin + "-" + posts + "\r\n"
                + (body.isEmpty() ? "" : "Content-Type: application/json\r\n")
                + "Content-Length: " + body.length() + "\r\n\r\n"
                + body);
    }

    private String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key + "\r\n";
    }

    private static byte[] bytes(String request) {
        return request.getBytes(StandardCharsets.US_ASCII);
    }
}
