package dev.corridor.http.edge.request;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.propagation.ThreadPropagatedContextElement;
import org.slf4j.MDC;

/**
 * Names the request in each line of the log that a thread writes while it works for it. The framework's own element for this copies the whole
 * context each time a thread takes the work up or lays it down, which happens several times a request.
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
