package dev.corridor.http.feed;

import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.http.edge.dialect.Dialects;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The WebSocket handshake. Source: RFC 6455, sections 4.2.1 and 4.2.2. */
@Singleton
final class Handshake {

    private static final String WEBSOCKET = "websocket";
    private static final String KEY = "Sec-WebSocket-Key";
    private static final int KEY_BYTES = 16;
    private static final String VERSION = "Sec-WebSocket-Version";
    private static final String SUPPORTED_VERSION = "13";
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final Dialects dialects;

    Handshake(Dialects dialects) {
        this.dialects = dialects;
    }

    /** The response to a request that opens no WebSocket: 426 if another version could, else 400. */
    Optional<HttpResponse<?>> refusal(HttpRequest<?> request) {
        var headers = request.getHeaders();
        if (request.getMethod() != HttpMethod.GET
                || WebSockets.versionOf(request).equals(HttpVersion.HTTP_1_0)
                || !has(headers.getAll(HttpHeaders.UPGRADE), WEBSOCKET)
                || !has(headers.getAll(HttpHeaders.CONNECTION), HttpHeaders.UPGRADE)) {
            return Optional.of(refusal(request, HttpStatus.BAD_REQUEST, "Open a WebSocket here: GET, version 13, RFC 6455."));
        }
        if (!headers.getAll(VERSION).equals(List.of(SUPPORTED_VERSION))) {
            return Optional.of(refusal(request, HttpStatus.UPGRADE_REQUIRED, "The header " + VERSION + " must be 13."));
        }
        if (!isKey(headers.getAll(KEY))) {
            return Optional.of(refusal(request, HttpStatus.BAD_REQUEST, "The header " + KEY + " must be 16 bytes in Base64."));
        }
        return Optional.empty();
    }

    private static boolean has(List<String> values, String token) {
        return values.stream().flatMap(value -> Arrays.stream(value.split(","))).anyMatch(value -> value.strip().equalsIgnoreCase(token));
    }

    private static boolean isKey(List<String> keys) {
        try {
            return keys.size() == 1 && Base64.getDecoder().decode(keys.getFirst()).length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private HttpResponse<?> refusal(HttpRequest<?> request, HttpStatus status, String reason) {
        return dialects.refuse(new InvalidRequest(reason), request)
                .toResponse()
                .status(status)
                .header(HttpHeaders.UPGRADE, WEBSOCKET)
                .header(VERSION, SUPPORTED_VERSION);
    }

    static HttpResponse<?> accept(HttpRequest<?> request) {
        return HttpResponse.status(HttpStatus.SWITCHING_PROTOCOLS)
                .header(HttpHeaders.UPGRADE, WEBSOCKET)
                .header(HttpHeaders.CONNECTION, HttpHeaders.UPGRADE)
                .header("Sec-WebSocket-Accept", answerTo(request.getHeaders().get(KEY)));
    }

    private static String answerTo(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
