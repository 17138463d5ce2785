package dev.corridor.http.edge.request;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.util.Optional;

/** An answer about one transaction, which the line of its request in the log names. */
public interface AboutTransaction {

    /** As in the answer: {@code txn_...}. */
    String transactionId();

    /** Keeps what the answer is about, before it gets another shape. */
    static void note(HttpRequest<?> request, HttpResponse<?> response) {
        if (response.body() instanceof AboutTransaction answer) {
            answer.keepFor(request);
        }
    }

    default void keepFor(HttpRequest<?> request) {
        request.setAttribute(AboutTransaction.class.getName(), transactionId());
    }

    static Optional<String> of(HttpRequest<?> request) {
        return request.getAttribute(AboutTransaction.class.getName(), String.class);
    }
}
