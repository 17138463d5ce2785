package dev.corridor.http.edge.openapi;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * A resource in one of its encodings. A client that has it already gets 304 instead (RFC 9110, section 13.1.2).
 *
 * @param tag a strong one, in quotes: it is made of all bytes
 */
record Representation(byte[] content, MediaType type, Optional<String> encoding, String tag) {

    private static final String GZIP = "gzip";
    private static final String WEAK = "W/";

    static Representation of(byte[] content, MediaType type) {
        return new Representation(content, type, Optional.empty(), tagOf(content));
    }

    /** The same, smaller. */
    Representation packed() {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Representation(bytes.toByteArray(), type, Optional.of(GZIP), tagOf(bytes.toByteArray()));
    }

    HttpResponse<byte[]> answerTo(HttpRequest<?> request) {
        var response = isKnownTo(request) ? HttpResponse.<byte[]>notModified() : HttpResponse.ok(content).contentType(type);
        response.header(HttpHeaders.ETAG, tag).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING).header(HttpHeaders.CACHE_CONTROL, "no-cache");
        encoding.ifPresent(name -> response.header(HttpHeaders.CONTENT_ENCODING, name));
        return response;
    }

    private boolean isKnownTo(HttpRequest<?> request) {
        List<String> known = request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH);
        return known.stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .map(each -> each.startsWith(WEAK) ? each.substring(WEAK.length()) : each)
                .anyMatch(each -> each.equals(tag) || each.equals("*"));
    }

    private static String tagOf(byte[] content) {
        try {
            return '"' + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
