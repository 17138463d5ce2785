package dev.corridor.portal.operator;

import dev.corridor.application.PageRequest;
import dev.corridor.application.audit.ListAuditRecords;
import dev.corridor.application.operator.ListOperators;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.AuditRecordId;
import dev.corridor.portal.door.OperatorDoor;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.OperatorSection;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.InstantSource;
import java.util.Optional;

/** Who the operators are, and what they did that concerns no organization. */
@Controller(RecordsController.PATH)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RecordsController {

    static final String PATH = "/portal/operator/records";

    private static final AuditFilter ALL = new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty());

    private final OperatorDoor door;
    private final ListOperators listOperators;
    private final ListAuditRecords listAuditRecords;
    private final InstantSource clock;

    RecordsController(OperatorDoor door, ListOperators listOperators, ListAuditRecords listAuditRecords, InstantSource clock) {
        this.door = door;
        this.listOperators = listOperators;
        this.listAuditRecords = listAuditRecords;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> records(HttpRequest<?> request, @QueryValue @Nullable String after) {
        return door.show(request, onDuty -> {
            var page = new PageRequest<>(
                    PageRequest.DEFAULT_LIMIT, Optional.ofNullable(after).map(text -> Answers.id(AuditRecordId::parse, text, "Record")));
            var records = listAuditRecords.list(new ListAuditRecords.Command(onDuty.callerFor(Operator.HOUSE), ALL, page));
            return Html.ok(output -> JteoperatorsGenerated.render(
                    output, null, onDuty.frame("Operators", OperatorSection.RECORDS), Logins.of(listOperators.list(), clock.instant()), records));
        });
    }
}
