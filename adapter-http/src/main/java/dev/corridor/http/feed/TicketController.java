package dev.corridor.http.feed;

import dev.corridor.application.feed.IssueTicket;
import dev.corridor.domain.access.Permission;
import dev.corridor.http.access.AccessRechecks;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/v1/realtime/tickets")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Feed")
final class TicketController {

    private final IssueTicket issueTicket;
    private final AccessRechecks admissions;

    TicketController(IssueTicket issueTicket, AccessRechecks admissions) {
        this.issueTicket = issueTicket;
        this.admissions = admissions;
    }

    /** Get a ticket that opens one WebSocket from your address within 30 seconds, in the query instead of a key. */
    @Post
    @Consumes(MediaType.ALL)
    @Performs(IssueTicket.class)
    @RequiresPermission(Permission.FEED_READ)
    TicketResponse issueTicket(HttpRequest<?> request) {
        return TicketResponse.of(issueTicket.issue(admissions.ticketFor(request)));
    }
}
