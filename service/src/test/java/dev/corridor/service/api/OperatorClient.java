package dev.corridor.service.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;

/** Asks the operator API, and checks each response against the rules for all responses. */
record OperatorClient(URI server, Map<String, String> headers) {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    OperatorClient with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new OperatorClient(server, more);
    }

    OperatorClient withToken(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Answer get(String path) {
        return ask("GET", path, "");
    }

    Answer post(String path, String json) {
        return ask("POST", path, json);
    }

    /** @param json empty for none */
    Answer ask(String method, String path, String json) {
        var body = json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        var request = HttpRequest.newBuilder(server.resolve(path)).method(method, body);
        headers.forEach(request::header);
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            var answer = new Answer(response.statusCode(), response.headers(), response.body());
            answer.keepsThePromisesOfAllAnswers();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("tests are never interrupted", e);
        }
    }
}
