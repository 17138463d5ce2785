package dev.corridor.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.access.Cell;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TicketSecretTest {

    @Test
    void a_ticket_of_a_cell_names_it() {
        var bytes = new byte[TicketSecret.RANDOM_BYTES];
        var ticket = TicketSecret.generate(Optional.of(new Cell("eu1")), bytes);

        assertThat(ticket.value()).matches("ticket_eu1_0{64}");
        assertThat(TicketSecret.find(ticket.value())).contains(ticket);
        assertThat(TicketSecret.generate(Optional.empty(), bytes).value()).matches("ticket_0{64}");
        assertThat(TicketSecret.find("ticket_EU_" + "0".repeat(64))).isEmpty();
    }
}
