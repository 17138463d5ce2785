package dev.corridor.domain.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static final UUID THING = UUID.fromString("0190163d-8694-739b-88b1-6d81f3e3d0a1");

    @Test
    void the_trace_of_a_thing_has_the_digits_of_its_id() {
        assertThat(Trace.of(THING)).isEqualTo(new Trace("0190163d8694739b88b16d81f3e3d0a1"));
        assertThat(Trace.find("txn_0190163d8694739b88b16d81f3e3d0a1")).contains(Trace.of(THING));
        assertThat(Trace.of(THING).parent(255)).isEqualTo("00-0190163d8694739b88b16d81f3e3d0a1-00000000000000ff-01");
    }

    @Test
    void what_has_a_shorter_id_has_none() {
        assertThat(Trace.find("ep_0190163d8694739b88b16d81")).isEmpty();
        assertThat(Trace.find("")).isEmpty();
    }
}
