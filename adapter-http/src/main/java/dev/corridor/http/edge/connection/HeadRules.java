package dev.corridor.http.edge.connection;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What makes the head of a request unambiguous to every reader: a proxy, the framework, and the application. What two of them could understand
 * differently is refused.
 */
final class HeadRules {

    /** Where two are given, one reader takes the first and another the last. */
    private static final List<AsciiString> ONCE = Stream.of(
            "Authorization", "Content-Type", "Content-Encoding", "Idempotency-Key", "Corridor-Dialect", "X-API-Key", "X-NONCE", "X-Signature",
            "Nxos-On-Behalf-Of", "Corridor-Sandbox-Trigger")
            .map(AsciiString::cached)
            .toList();

    private static final String CHARSET = "charset";
    private static final String GZIP = "gzip";
    private static final String IDENTITY = "identity";

    private HeadRules() {}

    /** What is wrong with it, for the client; empty if nothing is. */
    static Optional<String> fault(HttpRequest request) {
        var headers = request.headers();
        if (!RequestTarget.isReadable(request.uri())) {
            return Optional.of("The request cannot be read.");
        }
        var hosts = headers.getAll(HttpHeaderNames.HOST);
        boolean mayLackHost = request.protocolVersion().equals(HttpVersion.HTTP_1_0) && hosts.isEmpty();
        if (!mayLackHost && (hosts.size() != 1 || !HostName.isOne(hosts.getFirst()))) {
            return Optional.of("The header Host must stand once, and name a host.");
        }
        for (var name : ONCE) {
            if (headers.contains(name) && headers.getAll(name).size() > 1) {
                return Optional.of("The header " + name + " must stand once.");
            }
        }
        return encodingFault(headers).or(() -> lengthFault(headers));
    }

    static boolean isGzip(HttpHeaders headers) {
        return GZIP.equalsIgnoreCase(headers.get(HttpHeaderNames.CONTENT_ENCODING));
    }

    private static Optional<String> encodingFault(HttpHeaders headers) {
        var encoding = headers.get(HttpHeaderNames.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase(GZIP) && !encoding.equalsIgnoreCase(IDENTITY)) {
            return Optional.of("The header Content-Encoding must be gzip, or be left out.");
        }
        var type = headers.get(HttpHeaderNames.CONTENT_TYPE);
        return type == null || isUtf8(type) ? Optional.empty() : Optional.of("The charset must be utf-8.");
    }

    /** Whatever parameter of a media type is called {@code charset}: of two, both must be right. */
    private static boolean isUtf8(String type) {
        for (int begin = type.indexOf(';') + 1; begin > 0; begin = type.indexOf(';', begin) + 1) {
            int end = type.indexOf(';', begin);
            var parameter = end < 0 ? type.substring(begin) : type.substring(begin, end);
            int equals = parameter.indexOf('=');
            if (equals >= 0 && parameter.substring(0, equals).strip().equalsIgnoreCase(CHARSET)) {
                var charset = parameter.substring(equals + 1).strip();
                if (!charset.equalsIgnoreCase("utf-8") && !charset.equalsIgnoreCase("\"utf-8\"")) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Checks a given length; other bodies are counted while they are read. The decoder has refused a length that is not a number. */
    private static Optional<String> lengthFault(HttpHeaders headers) {
        boolean isChunked = headers.contains(HttpHeaderNames.TRANSFER_ENCODING);
        if (isChunked && (headers.getAll(HttpHeaderNames.TRANSFER_ENCODING).size() != 1
                || !headers.get(HttpHeaderNames.TRANSFER_ENCODING).equalsIgnoreCase("chunked"))) {
            return Optional.of("The header Transfer-Encoding must be chunked, or be left out.");
        }
        if (isChunked && headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
            return Optional.of("The headers Content-Length and Transfer-Encoding exclude each other.");
        }
        var length = headers.get(HttpHeaderNames.CONTENT_LENGTH, "0");
        int most = RequestGuard.mostBodyBytes(headers);
        boolean isTooLong = length.length() > 9 || Long.parseLong(length) > most;
        return isTooLong ? Optional.of(RequestGuard.tooLarge(most)) : Optional.empty();
    }
}
