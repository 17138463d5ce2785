package dev.corridor.portal.transaction;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.transaction.GetTimeline;
import dev.corridor.application.transaction.ListTransactions;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.portal.door.Door;
import dev.corridor.portal.door.Visitor;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.Refusal;
import dev.corridor.portal.page.Section;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@Controller("/portal")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PaymentController {

    private static final Set<Permission> NEEDED = Set.of(Permission.TRANSACTIONS_READ);

    /** A table is complete or not given, as a statement is. */
    private static final int MOST_ROWS = 10_000;

    private final Door door;
    private final ListTransactions listTransactions;
    private final GetTimeline getTimeline;
    private final AssetCatalogue assets;

    PaymentController(Door door, ListTransactions listTransactions, GetTimeline getTimeline, AssetCatalogue assets) {
        this.door = door;
        this.listTransactions = listTransactions;
        this.getTimeline = getTimeline;
        this.assets = assets;
    }

    @Get("/payments")
    HttpResponse<?> payments(HttpRequest<?> request, Origin origin, @RequestBean PaymentFilter filter, @QueryValue @Nullable String after) {
        return door.show(request, origin, NEEDED, visitor -> {
            try {
                var position = Optional.ofNullable(after).map(PaymentController::id);
                return list(visitor, filter, find(visitor, filter.toFilter(visitor.caller(), assets), position), after == null, Optional.empty());
            } catch (BusinessException refusal) {
                return list(visitor, filter, new Page<>(List.of(), false), true, Optional.of(Refusal.of(refusal.error())));
            }
        });
    }

    @Get("/payments.csv")
    @Produces("text/csv")
    HttpResponse<?> table(HttpRequest<?> request, Origin origin, @RequestBean PaymentFilter filter) {
        return door.show(request, origin, NEEDED, visitor -> HttpResponse.ok(PaymentTable.of(all(visitor, filter)))
                .contentType("text/csv;charset=utf-8")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"payments.csv\""));
    }

    @Get("/payments/{transactionId}")
    HttpResponse<?> payment(HttpRequest<?> request, Origin origin, String transactionId) {
        return door.show(request, origin, NEEDED, visitor -> {
            var story = Story.of(getTimeline.get(new GetTimeline.Command(visitor.caller(), id(transactionId))));
            return Html.ok(output -> JtepaymentGenerated.render(output, null, visitor.frame("Payment", Section.PAYMENTS), story));
        });
    }

    private MutableHttpResponse<?> list(
            Visitor visitor, PaymentFilter filter, Page<Transaction> page, boolean isFirst, Optional<Refusal> refusal) {
        var payments = new Payments(filter.given(), filter.query(), page, isFirst, List.copyOf(assets.all()), refusal);
        var frame = visitor.frame("Payments", Section.PAYMENTS);
        return refusal.isPresent()
                ? Html.refused(output -> JtepaymentsGenerated.render(output, null, frame, payments))
                : Html.ok(output -> JtepaymentsGenerated.render(output, null, frame, payments));
    }

    private Page<Transaction> find(Visitor visitor, TransactionFilter filter, Optional<TransactionId> after) {
        return listTransactions.list(
                new ListTransactions.Command(visitor.caller(), filter, new PageRequest<>(PageRequest.DEFAULT_LIMIT, after)));
    }

    private List<Transaction> all(Visitor visitor, PaymentFilter given) {
        var filter = given.toFilter(visitor.caller(), assets);
        var all = new ArrayList<Transaction>();
        var after = Optional.<TransactionId>empty();
        boolean hasMore = true;
        while (hasMore) {
            var page = listTransactions.list(
                    new ListTransactions.Command(visitor.caller(), filter, new PageRequest<>(PageRequest.MAX_LIMIT, after)));
            all.addAll(page.items());
            hasMore = page.hasMore();
            if (hasMore && all.size() >= MOST_ROWS) {
                throw new BusinessException(new InvalidRequest(
                        "More than " + MOST_ROWS + " payments pass the filters. Ask for shorter periods, one after the other."));
            }
            after = all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().id());
        }
        return all;
    }

    /** What is no id is no payment's either. */
    private static TransactionId id(String text) {
        try {
            return TransactionId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new NotFound("Payment"));
        }
    }
}
