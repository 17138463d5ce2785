package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.feed.port.Tickets;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.feed.Proof;
import dev.corridor.domain.feed.Ticket;
import dev.corridor.domain.user.SessionId;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.TokenId;
import dev.corridor.domain.user.TokenType;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The contract of {@link Tickets}. */
public abstract class TicketsContract extends StoreContract {

    private static final IpAddress HERE = IpAddress.parse("192.0.2.7");

    @Test
    void a_ticket_is_taken_as_it_was_added_and_only_once() {
        var token = Token.issue(
                new TokenId(UUID.randomUUID()), new SessionId(UUID.randomUUID()), new UserId(UUID.randomUUID()), TokenType.ACCESS, false, NOON);
        var ofKey = aTicket("a", new Proof.OfKey("hash"));
        var ofUser = aTicket("b", new Proof.OfUser(token));
        store.tickets().add(ofKey);
        store.tickets().add(ofUser);

        assertThat(store.tickets().take("a")).hasValue(ofKey);
        assertThat(store.tickets().take("b")).hasValue(ofUser);
        assertThat(store.tickets().take("a")).isEmpty();
        assertThat(store.tickets().take("c")).isEmpty();
    }

    @Test
    void one_of_a_crowd_takes_it() throws Exception {
        store.tickets().add(aTicket("a", new Proof.OfKey("hash")));

        try (var threads = Executors.newFixedThreadPool(10)) {
            Callable<Boolean> attempt = () -> store.tickets().take("a").isPresent();
            var taken = threads.invokeAll(Collections.nCopies(10, attempt)).stream().map(Future::resultNow).toList();

            assertThat(Collections.frequency(taken, true)).isEqualTo(1);
        }
    }

    @Test
    void expired_ones_are_removed_in_batches() {
        for (var hash : new String[]{"a", "b", "c"}) {
            store.tickets().add(aTicket(hash, new Proof.OfKey("hash")));
        }
        var end = NOON.plus(Ticket.LIFETIME);

        assertThat(store.tickets().removeExpired(end, 10)).isZero();
        assertThat(store.tickets().removeExpired(end.plusMillis(1), 2)).isEqualTo(2);
        assertThat(store.tickets().removeExpired(end.plusMillis(1), 2)).isEqualTo(1);
    }

    private Ticket aTicket(String hash, Proof proof) {
        return new Ticket(hash, organization.id(), proof, HERE, NOON.plus(Ticket.LIFETIME));
    }
}
