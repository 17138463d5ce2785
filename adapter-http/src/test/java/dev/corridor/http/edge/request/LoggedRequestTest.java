package dev.corridor.http.edge.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

final class LoggedRequestTest {

    private static final String KEY = "requestId";

    private final LoggedRequest request = new LoggedRequest(new RequestId("req_0123456789abcdef0123456789abcdef"));

    @AfterEach
    void forget() {
        MDC.remove(KEY);
    }

    @Test
    void a_thread_names_the_request_while_it_works_for_it() {
        var before = request.updateThreadContext();
        assertThat(MDC.get(KEY)).isEqualTo("req_0123456789abcdef0123456789abcdef");

        request.restoreThreadContext(before);
        assertThat(MDC.get(KEY)).isNull();
    }

    @Test
    void a_thread_that_worked_for_another_request_goes_back_to_it() {
        MDC.put(KEY, "req_another");

        request.restoreThreadContext(request.updateThreadContext());

        assertThat(MDC.get(KEY)).isEqualTo("req_another");
    }
}
