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
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.server.netty.NettyHttpRequest;
import java.io.IOException;
import java.util.Optional;

/**
 * A request's signature headers, as the Nexpay contract defines them, and what the signature may cover.
 *
 * <p>The body is read from a copy on a virtual thread, so the controller can still read it. The maximum body size bounds the copy.
 */
final class SignatureHeaders implements AutoCloseable {

    private static final String NONCE = "X-NONCE";
    private static final String SIGNATURE = "X-Signature";
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final SignedRequest request;
    private final CloseableByteBody body;

    private SignatureHeaders(SignedRequest request, CloseableByteBody body) {
        this.request = request;
        this.body = body;
    }

    /** Empty if neither header is present. */
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
        var received = (NettyHttpRequest<?>) request;
        var copy = received.byteBody().split(SplitBackpressureMode.FASTEST);
        boolean isForm = request.getContentType().filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::matches).isPresent();
        var signed = new SignedRequest(
                number,
                signature,
                request.getMethodName(),
                received.getNativeRequest().uri(),
                request.getHeaders().get(IDEMPOTENCY_KEY, String.class).orElse(""),
                request.getHeaders().get(PermissionCheck.ON_BEHALF_OF, String.class).orElse(""),
                isForm,
                () -> bytesOf(copy));
        return Optional.of(new SignatureHeaders(signed, copy));
    }

    SignedRequest request() {
        return request;
    }

    private static byte[] bytesOf(CloseableByteBody body) {
        try (var bytes = body.toInputStream()) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new BusinessException(new InvalidRequest("The body is too large, or has not come as a whole."));
        }
    }

    @Override
    public void close() {
        body.close();
    }
}
