package dev.corridor.service.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** An API client with a key. */
final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Much longer than any response takes, also on a busy machine. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String key;

    Client(String url, String key) {
        this.url = url;
        this.key = key;
    }

    record Answer(int status, JsonNode body) {

        String text(String field) {
            return body.path(field).asText();
        }

        String errorCode() {
            return body.path("error").path("code").asText();
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return post(path, json, UUID.randomUUID().toString());
    }

    /** With an idempotency key: a repeat gets the same response and takes effect once. */
    Answer post(String path, String json, String idempotencyKey) throws IOException, InterruptedException {
        return post(path, "application/json", json, idempotencyKey);
    }

    Answer post(String path, String contentType, String body, String idempotencyKey) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", contentType)
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(LIMIT).header("Authorization", "Bearer " + key);
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }
}
