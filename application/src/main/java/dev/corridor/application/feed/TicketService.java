package dev.corridor.application.feed;

import dev.corridor.application.access.UnknownKeys;
import dev.corridor.application.feed.port.TicketGenerator;
import dev.corridor.application.feed.port.Tickets;
import dev.corridor.application.user.port.Tokens;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.ApiKeySecret;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.feed.Proof;
import dev.corridor.domain.feed.Ticket;
import dev.corridor.domain.feed.TicketSecret;
import dev.corridor.domain.user.UserError.InvalidToken;
import java.time.InstantSource;
import java.util.Optional;

public final class TicketService implements IssueTicket, RedeemTicket {

    private final Tickets tickets;
    private final TicketGenerator generator;
    private final Tokens tokens;
    private final UnknownKeys unknownKeys;
    private final InstantSource clock;

    public TicketService(Tickets tickets, TicketGenerator generator, Tokens tokens, UnknownKeys unknownKeys, InstantSource clock) {
        this.tickets = tickets;
        this.generator = generator;
        this.tokens = tokens;
        this.unknownKeys = unknownKeys;
        this.clock = clock;
    }

    @Override
    public Issued issue(IssueTicket.Command command) {
        var secret = generator.newTicket();
        var ticket = Ticket.issue(
                secret, command.caller().organization(), proofOf(command.credential()), command.from(), clock.instant());
        tickets.add(ticket);
        return new Issued(secret, ticket.expiresAt());
    }

    private Proof proofOf(String credential) {
        return tokens.verify(credential).<Proof>map(Proof.OfUser::new).orElseGet(() -> new Proof.OfKey(hashOf(credential)));
    }

    private static String hashOf(String key) {
        return ApiKeySecret.find(key).orElseThrow(() -> new BusinessException(new InvalidApiKey())).hash();
    }

    @Override
    public Proof redeem(RedeemTicket.Command command) {
        var from = command.from();
        return TicketSecret.find(command.presentedTicket())
                .flatMap(secret -> takeFrom(from, secret.hash()))
                .orElseThrow(() -> unknownKeys.refusal(new InvalidToken(), from))
                .redeem(from, clock.instant());
    }

    private Optional<Ticket> takeFrom(IpAddress from, String hash) {
        unknownKeys.requireFewFrom(from);
        return tickets.take(hash);
    }
}
