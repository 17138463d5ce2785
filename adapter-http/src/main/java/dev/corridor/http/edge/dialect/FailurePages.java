package dev.corridor.http.edge.dialect;

import dev.corridor.http.edge.problem.Problem;
import io.micronaut.http.HttpRequest;
import java.util.Map;
import java.util.Optional;

/** Failures as HTML, for the requests of people: a page's address has no error contract. Who serves pages beside the API provides it. */
public interface FailurePages {

    FailurePages NONE = (problem, request) -> Optional.empty();

    /** Empty if the request is not for a page. */
    Optional<FailurePage> find(Problem problem, HttpRequest<?> request);

    /** @param headers such as the policy of the page */
    record FailurePage(Map<String, String> headers, byte[] body) {}
}
