package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends requests with fixed headers, and checks each response against the rules for all responses: a request id, JSON, one envelope for
 * refusals, and only declared codes.
 */
record ApiClient(URI server, ApiDescription description, Map<String, String> headers, boolean speaksNxos) {

    private static final String DIALECT = "Corridor-Dialect";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** Without a key. */
    static ApiClient of(URI server) {
        var description = exchange(HttpRequest.newBuilder(server.resolve("/openapi.yaml")).build());
        return new ApiClient(server, ApiDescription.parse(description.body()), Map.of(), true);
    }

    ApiClient withKey(String key) {
        return with("Authorization", "Bearer " + key);
    }

    ApiClient with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new ApiClient(server, description, more, speaksNxos);
    }

    /** The same client on another node. */
    ApiClient at(URI node) {
        return new ApiClient(node, description, headers, speaksNxos);
    }

    /** Selects another error contract. */
    ApiClient speaking(String dialect) {
        return with(DIALECT, dialect).speakingItsOwn();
    }

    /** Uses the error contract of its key. */
    ApiClient speakingItsOwn() {
        return new ApiClient(server, description, headers, false);
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    Answer post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    Answer post(String path, Body body) {
        return post(path, body.toString());
    }

    Answer post(String path, String json) {
        return ask("POST", path, json);
    }

    Answer patch(String path, Body body) {
        return patch(path, body.toString());
    }

    Answer patch(String path, String json) {
        return ask("PATCH", path, json);
    }

    Answer ask(String method, String path) {
        return send(method, path, BodyPublishers.noBody());
    }

    /** With JSON, which must be right by the document too if it is carried out. */
    Answer ask(String method, String path, String json) {
        var answer = with("Content-Type", "application/json").send(method, path, BodyPublishers.ofString(json));
        if (!answer.isRefusal() && !answer.isReplay()) {
            description.schemas().checkRequest(method, URI.create(path).getPath(), json);
        }
        return answer;
    }

    /** With a text of some type. */
    Answer post(String path, String contentType, String text) {
        return with("Content-Type", contentType).send("POST", path, BodyPublishers.ofString(text));
    }

    /** A response outside of the API. */
    HttpResponse<String> bare(String path) {
        return receive(HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT).build());
    }

    private Answer send(String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(server.resolve(path)).timeout(TIMEOUT).method(method, body);
        headers.forEach(request::header);
        var answer = exchange(request.build());
        answer.keepsThePromisesOfAllAnswers();
        if (speaksNxos || answer.isProblem()) {
            description.schemas().check(method, URI.create(path).getPath(), answer);
        }
        if (!answer.isRefusal()) {
            description.schemas().checkQuery(method, URI.create(path));
        }
        if (speaksNxos) {
            keepsThePromisesOfNxos(method, path, answer);
        }
        return answer;
    }

    private void keepsThePromisesOfNxos(String method, String path, Answer answer) {
        answer.keepsThePromisesOfNxos();
        if (answer.isRefusal()) {
            assertThat(description.codes(method, URI.create(path).getPath(), answer.status()))
                    .as("codes that %s %s declares for status %s", method, path, answer.status())
                    .contains(answer.code());
        }
    }

    private static Answer exchange(HttpRequest request) {
        var response = receive(request);
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    private static HttpResponse<String> receive(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("tests are never interrupted", e);
        }
    }
}
