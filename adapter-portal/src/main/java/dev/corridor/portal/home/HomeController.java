package dev.corridor.portal.home;

import dev.corridor.application.PageRequest;
import dev.corridor.application.access.ListApiKeys;
import dev.corridor.application.account.ListBalances;
import dev.corridor.application.transaction.ListTransactions;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.portal.door.Door;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.Section;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@Controller("/portal")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HomeController {

    private static final int LAST_PAYMENTS = 10;
    private static final int EACH_OF_ATTENTION = 5;
    private static final Set<Permission> NEEDED = Set.of(Permission.ACCOUNTS_READ, Permission.TRANSACTIONS_READ, Permission.API_KEYS_READ);

    private final Door door;
    private final ListBalances listBalances;
    private final ListTransactions listTransactions;
    private final ListApiKeys listApiKeys;
    private final InstantSource clock;

    HomeController(Door door, ListBalances listBalances, ListTransactions listTransactions, ListApiKeys listApiKeys, InstantSource clock) {
        this.door = door;
        this.listBalances = listBalances;
        this.listTransactions = listTransactions;
        this.listApiKeys = listApiKeys;
        this.clock = clock;
    }

    @Get
    HttpResponse<?> home(HttpRequest<?> request, Origin origin) {
        return door.show(request, origin, NEEDED, visitor -> {
            var now = now(visitor.caller());
            return Html.ok(output -> JtehomeGenerated.render(output, null, visitor.frame("Home", Section.HOME), now));
        });
    }

    /** The changing part of the page, which an open page asks for again and again. */
    @Get("/now")
    HttpResponse<?> now(HttpRequest<?> request, Origin origin) {
        return door.show(request, origin, NEEDED, visitor -> {
            var now = now(visitor.caller());
            return Html.ok(output -> JtenowGenerated.render(output, null, now));
        });
    }

    private Now now(Caller caller) {
        var now = clock.instant();
        var balances = listBalances.list(new ListBalances.Command(caller, new PageRequest<>(PageRequest.DEFAULT_LIMIT, Optional.empty())));
        var keys = listApiKeys.list(new ListApiKeys.Command(caller, new PageRequest<>(PageRequest.MAX_LIMIT, Optional.empty())));
        var waiting = caller.permissions().contains(Permission.PAYOUTS_WRITE)
                ? payments(caller, TransactionStatus.EXPECTED, Optional.empty(), Optional.empty()).stream().filter(Attention::isToBeApproved).toList()
                : List.<Transaction>of();
        var locked = payments(caller, TransactionStatus.LOCKED, Optional.empty(), Optional.of(now.minus(Attention.LOCKED_FOR_LONG)));
        var declined = payments(caller, TransactionStatus.DECLINED, Optional.of(now.minus(Attention.DECLINED_OF_LATE)), Optional.empty());
        var last = list(caller, TransactionFilter.ALL, LAST_PAYMENTS);
        return new Now(Attention.of(waiting, locked, declined, keys.items(), now), balances, last, now);
    }

    private List<Transaction> payments(Caller caller, TransactionStatus status, Optional<Instant> from, Optional<Instant> until) {
        return list(caller, TransactionFilter.of(Optional.empty(), Set.of(), Set.of(status), from, until), EACH_OF_ATTENTION);
    }

    private List<Transaction> list(Caller caller, TransactionFilter filter, int limit) {
        return listTransactions.list(new ListTransactions.Command(caller, filter, new PageRequest<>(limit, Optional.empty()))).items();
    }
}
