package dev.corridor.benchmarks.bare;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fixed responses of the bare routes. */
record BareAnswers(BareAnswer found, BareAnswer unauthorized, BareAnswer notFound) {

    /** @param headers besides those that the framework adds */
    record BareAnswer(Map<String, String> headers, byte[] body) {

        /** Parses header lines, an empty line, and the body. */
        static BareAnswer parse(String text) {
            int end = text.indexOf("\n\n");
            var headers = new LinkedHashMap<String, String>();
            for (var line : text.substring(0, end).split("\n")) {
                int colon = line.indexOf(": ");
                headers.put(line.substring(0, colon), line.substring(colon + 2));
            }
            return new BareAnswer(headers, text.substring(end + 2).getBytes(StandardCharsets.UTF_8));
        }

        HttpResponse<byte[]> toResponse(HttpStatus status) {
            var response = HttpResponse.<byte[]>status(status);
            headers.forEach(response::header);
            return response.body(body);
        }
    }
}
