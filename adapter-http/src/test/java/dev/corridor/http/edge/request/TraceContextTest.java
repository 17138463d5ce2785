package dev.corridor.http.edge.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Source of the cases: W3C, "Trace Context", section 3.2. */
class TraceContextTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @ParameterizedTest
    @ValueSource(strings = {"00-" + TRACE + "-" + SPAN + "-00", "cc-" + TRACE + "-" + SPAN + "-00", "cc-" + TRACE + "-" + SPAN + "-00-later"})
    void a_trace_is_read_of_this_and_of_later_versions(String header) {
        assertThat(TraceContext.parse(header)).hasValue(new TraceContext(TRACE, SPAN, "00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "00", "00-" + TRACE + "-" + SPAN, "00-" + TRACE + "-" + SPAN + "-1", "00-" + TRACE + "-" + SPAN + "-00-later",
        "cc-" + TRACE + "-" + SPAN + "-00later", "ff-" + TRACE + "-" + SPAN + "-00", "00_" + TRACE + "-" + SPAN + "-00",
        "00-00000000000000000000000000000000-" + SPAN + "-00", "00-" + TRACE + "-0000000000000000-00",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-00", "00-" + TRACE + "-" + SPAN + "-0x"
    })
    void what_is_malformed_is_ignored(String header) {
        assertThat(TraceContext.parse(header)).isEmpty();
    }

    @Test
    void the_answer_has_a_span_of_its_own() {
        assertThat(new TraceContext(TRACE, SPAN, "01").ownSpan(255)).isEqualTo("00-" + TRACE + "-00000000000000ff-01");
        assertThat(new TraceContext(TRACE, SPAN, "01").isSampled()).isTrue();
        assertThat(new TraceContext(TRACE, SPAN, "02").isSampled()).isFalse();
    }
}
