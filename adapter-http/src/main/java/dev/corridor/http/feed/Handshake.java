package dev.corridor.http.feed;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** The WebSocket handshake. Source: RFC 6455, section 4.2. */
final class Handshake {

    private static final String WEBSOCKET = "websocket";
    private static final String VERSION = "13";
    private static final String KEY = "Sec-WebSocket-Key";
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private Handshake() {}

    static void require(HttpRequest<?> request) {
        var headers = request.getHeaders();
        var connection = String.join(",", headers.getAll(HttpHeaders.CONNECTION)).toLowerCase(Locale.ROOT);
        boolean isUpgrade = WEBSOCKET.equalsIgnoreCase(headers.get(HttpHeaders.UPGRADE)) && connection.contains("upgrade");
        if (!isUpgrade || !VERSION.equals(headers.get("Sec-WebSocket-Version")) || headers.get(KEY) == null) {
            throw new BusinessException(new InvalidRequest("Open a WebSocket here: version 13, RFC 6455."));
        }
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
