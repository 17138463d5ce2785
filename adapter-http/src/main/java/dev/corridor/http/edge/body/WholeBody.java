package dev.corridor.http.edge.body;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.http.edge.request.RequestName;
import dev.corridor.http.edge.route.Check;
import dev.corridor.http.edge.route.RequestCheck;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.AvailableByteBody;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableAvailableByteBody;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Lets no request be carried out before it has come as a whole, even if its operation reads no body: its framing may still turn out broken.
 * What has come must be UTF-8, of which Java's decoder takes the one form that RFC 3629 allows.
 */
@Singleton
final class WholeBody implements Check {

    @Override
    public RequestCheck first() {
        return RequestCheck.WHOLE_BODY;
    }

    @Override
    public CompletionStage<Optional<HttpResponse<?>>> check(HttpRequest<?> request) {
        var body = ((ServerHttpRequest<?>) request).byteBody();
        if (RequestName.of(request).template().isEmpty() || body.expectedLength().orElse(-1) == 0) {
            return PASSED;
        }
        if (body instanceof AvailableByteBody available) {
            requireText(available.split());
            return PASSED;
        }
        var copy = body.split(SplitBackpressureMode.FASTEST);
        return copy.buffer().thenApply(whole -> {
            requireText(whole);
            return Optional.empty();
        });
    }

    private static void requireText(CloseableAvailableByteBody whole) {
        try (whole) {
            var bytes = whole.toByteArray();
            if (!isAscii(bytes)) {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            }
        } catch (CharacterCodingException e) {
            throw new BusinessException(new InvalidRequest("The body must be UTF-8."));
        }
    }

    /** As nearly all bodies are, and need no decoder for it. */
    private static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }
}
