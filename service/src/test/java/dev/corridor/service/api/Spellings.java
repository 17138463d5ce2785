package dev.corridor.service.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** Ways to write one and the same request, which a router, a proxy or a parser somewhere takes for it. */
final class Spellings {

    private static final List<String> METHODS = List.of("POST", "post", "Post", "pOST");

    private static final List<UnaryOperator<String>> PATHS = List.of(
            path -> path,
            path -> path + "/",
            path -> path + "//",
            path -> "/" + path,
            path -> path + "?",
            path -> path + "?amount=1.000000",
            path -> path + "?x",
            path -> path + "?a%0ab=c",
            path -> path + "#f",
            path -> path + "%20",
            path -> path + "%2F",
            path -> path + ";a=b",
            path -> path + ".json",
            path -> "http://localhost" + path,
            path -> "https://localhost:443" + path,
            path -> path.replace("payouts", "p%61youts"),
            path -> path.replace("payouts", "Payouts"),
            path -> path.replace("/v1/", "/v1//"),
            path -> path.replace("/v1/", "/./v1/"),
            path -> path.replace("/v1/", "/x/../v1/"),
            path -> path.replace("/v1/", "/V1/"));

    private static final List<UnaryOperator<String>> BODIES = List.of(
            body -> body,
            body -> " \r\n\t" + body + "\n",
            body -> body.replace("amount", "\\u0061mount"),
            body -> body.replace("1.000000", "\\u0031.000000"),
            body -> "{" + body.substring(body.indexOf(',') + 1, body.length() - 1) + "," + body.substring(1, body.indexOf(',')) + "}",
            body -> body.substring(0, body.length() - 1) + ",\"description\":null}",
            body -> body.substring(0, body.length() - 1) + ",\"amount\":\"2.000000\"}",
            body -> body.replace("\"1.000000\"", "1.000000"),
            body -> body.replace("\"1.000000\"", "\"1.0\""));

    /** The key is {@code k}. */
    private static final List<String> KEYS = List.of(
            "Idempotency-Key: k",
            "idempotency-key:k",
            "IDEMPOTENCY-KEY: \t k \t",
            "Idempotency-Key: \"k\"",
            "Idempotency-Key: k\r\nIdempotency-Key: k",
            "Idempotency-Key: k\r\nIdempotency-Key: l",
            "Idempotency-Key: \"k",
            "Idempotency-Key: k\r\nX-HTTP-Method-Override: PUT",
            "Idempotency-Key: k\r\nCorridor-Dialect: nexgent",
            "Idempotency-Key: k\r\nAccept: application/problem+json\r\nAccept-Language: de");

    /** Who asks, and with what; {@code %s} is the credential. */
    private static final List<String> CREDENTIALS = List.of(
            "Authorization: Bearer %s\r\nContent-Type: application/json",
            "authorization:bearer %s\r\ncontent-type:application/json",
            "Authorization: Bearer  %s\r\nContent-Type: APPLICATION/JSON",
            "X-API-Key: %s\r\nContent-Type: application/json;charset=utf-8",
            "x-api-key: %s\r\nContent-Type: application/json; Charset=\"UTF-8\"; x=y",
            "Authorization: Bearer %s\r\nX-API-Key: %<s\r\nContent-Type: application/json");

    private Spellings() {}

    /** Each way to write the method with each to write the path, and each of the path, the body and the credential with each of the key. */
    static List<byte[]> of(String path, String credential, String body) {
        var requests = new ArrayList<byte[]>();
        var headers = CREDENTIALS.getFirst().formatted(credential);
        for (var pathWay : PATHS) {
            METHODS.forEach(method -> add(requests, method + " " + pathWay.apply(path) + " HTTP/1.1", headers, KEYS.getFirst(), body));
            KEYS.forEach(keyWay -> add(requests, "POST " + pathWay.apply(path) + " HTTP/1.1", headers, keyWay, body));
        }
        for (var keyWay : KEYS) {
            BODIES.forEach(bodyWay -> add(requests, "POST " + path + " HTTP/1.1", headers, keyWay, bodyWay.apply(body)));
            CREDENTIALS.forEach(way -> add(requests, "POST " + path + " HTTP/1.1", way.formatted(credential), keyWay, body));
            add(requests, "POST " + path + " HTTP/1.0", headers, keyWay, body);
        }
        return requests;
    }

    private static void add(List<byte[]> requests, String line, String headers, String idempotencyKey, String body) {
        var head = line + "\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n" + idempotencyKey + "\r\n";
        var text = body.getBytes(StandardCharsets.UTF_8);
        requests.add(withLength(head, text));
        requests.add(chunked(head, text));
        requests.add(withLength(head + "Content-Encoding: gzip\r\n", gzip(text)));
    }

    private static byte[] withLength(String head, byte[] body) {
        return joined((head + "Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1), body);
    }

    private static byte[] chunked(String head, byte[] body) {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        int half = text.length() / 2;
        return (head + "Transfer-Encoding: chunked\r\n\r\n" + chunk(text.substring(0, half)) + chunk(text.substring(half)) + "0\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static byte[] gzip(byte[] text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] head, byte[] body) {
        var request = new ByteArrayOutputStream();
        request.writeBytes(head);
        request.writeBytes(body);
        return request.toByteArray();
    }
}
