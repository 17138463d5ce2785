package dev.corridor.http.edge.request;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import org.slf4j.MDC;

/**
 * Puts the request's id into the MDC of each thread that works on it. The framework's own element copies the whole MDC on each thread
 * switch, several times a request.
 */
record LoggedRequest(RequestId id) implements ThreadPropagatedContextElement<String> {

    private static final String KEY = "requestId";

    @Override
    @Nullable
    public String updateThreadContext() {
        var before = MDC.get(KEY);
        MDC.put(KEY, id.value());
        return before;
    }

    @Override
    public void restoreThreadContext(@Nullable String before) {
        if (before == null) {
            MDC.remove(KEY);
        } else {
            MDC.put(KEY, before);
        }
    }
}
