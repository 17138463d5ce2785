package dev.corridor.http.access;

import dev.corridor.domain.access.AccessError.InvalidNonce;
import dev.corridor.domain.access.AccessError.MissingNonce;
import dev.corridor.domain.access.AccessError.MissingSignature;
import dev.corridor.domain.access.Nonce;
import dev.corridor.domain.access.SignedRequest;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableByteBody;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a request says about its signature, and what the signature is about: header names and message as the Nexpay contract has them. Queries and forms
 * are signed URL-decoded, other bodies as they are.
 *
 * <p>The body is read when the signature is checked, on a thread that may wait for it, and from a copy: so the controller still reads it as if nobody had.
 * The copy is bounded by the largest body that the server takes.
 */
final class SignatureHeaders implements AutoCloseable {

    private static final String NONCE = "X-NONCE";
    private static final String SIGNATURE = "X-Signature";

    private final SignedRequest request;
    private final CloseableByteBody body;

    private SignatureHeaders(SignedRequest request, CloseableByteBody body) {
        this.request = request;
        this.body = body;
    }

    /** Empty if there is no trace of a signature. */
    static Optional<SignatureHeaders> find(HttpRequest<?> request) {
        var nonce = request.getHeaders().get(NONCE);
        var signature = request.getHeaders().get(SIGNATURE);
        if (nonce == null && signature == null) {
            return Optional.empty();
        } else if (nonce == null) {
            throw new BusinessException(new MissingNonce());
        } else if (signature == null) {
            throw new BusinessException(new MissingSignature());
        }
        var number = Nonce.find(nonce).orElseThrow(() -> new BusinessException(new InvalidNonce()));
        var copy = ((ServerHttpRequest<?>) request).byteBody().split(SplitBackpressureMode.FASTEST);
        boolean isForm = request.getContentType().filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::matches).isPresent();
        var signed = new SignedRequest(number, signature, target(request), () -> isForm ? decoded(text(copy)) : text(copy));
        return Optional.of(new SignatureHeaders(signed, copy));
    }

    SignedRequest request() {
        return request;
    }

    private static String target(HttpRequest<?> request) {
        var query = request.getUri().getRawQuery();
        return request.getUri().getRawPath() + (query == null ? "" : "?" + decoded(query));
    }

    /** What cannot be decoded stays as it is; it is no signed text then. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String text(CloseableByteBody body) {
        try (var bytes = body.toInputStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BusinessException(new InvalidRequest("The body is too large, or has not come as a whole."));
        }
    }

    @Override
    public void close() {
        body.close();
    }
}
