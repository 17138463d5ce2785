package dev.corridor.http.probe;

import dev.corridor.application.Page;
import dev.corridor.application.account.GetAccount;
import dev.corridor.application.account.ListAccounts;
import dev.corridor.application.quote.IssueQuote;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.http.edge.page.Cursor;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.page.PageParameters;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.http.edge.wire.Parameter;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Stands for the controllers to come: what the edge does for them is seen through it. */
@Controller("/v1/probe")
@ExecuteOn(TaskExecutors.BLOCKING)
class ProbeController {

    static final List<ProbeRequest> RECEIVED = new CopyOnWriteArrayList<>();

    /** How often the command was carried out. */
    static final AtomicInteger COMMANDS = new AtomicInteger();

    private static final Cursor<Long> CURSORS = new Cursor<>("probes", Long::valueOf);

    @Serdeable
    record Seen(String organization, boolean virtualThread, @Nullable String requestIdInLog, @Nullable String nothing) {}

    @Serdeable
    record Number(long number) {}

    @Get("/caller")
    @RequiresPermission(Permission.ACCOUNTS_READ)
    Seen caller(@Authenticated Caller caller) {
        return new Seen(caller.organization().toString(), Thread.currentThread().isVirtual(), MDC.get("requestId"), null);
    }

    @Post("/body")
    @RequiresPermission(Permission.ACCOUNTS_READ)
    @Performs(IssueQuote.class)
    Map<String, String> body(@Authenticated Caller caller, @Body ProbeRequest request) {
        RECEIVED.add(request);
        return Map.of("received", "yes");
    }

    /** Has no body, like many a command. */
    @Post("/command")
    @Consumes(MediaType.ALL)
    @RequiresPermission(Permission.ACCOUNTS_READ)
    Map<String, String> command(@Authenticated Caller caller) {
        COMMANDS.incrementAndGet();
        return Map.of("done", "yes");
    }

    @Get("/list")
    @RequiresPermission(Permission.ACCOUNTS_READ)
    @Performs(ListAccounts.class)
    ListResponse<Number> list(@Authenticated Caller caller, @RequestBean PageParameters parameters) {
        var request = parameters.toPageRequest(CURSORS);
        long first = request.after().orElse(0L) + 1;
        var found = LongStream.rangeClosed(first, Math.min(first + request.limit(), 30)).boxed().toList();
        return ListResponse.of(Page.of(found, request.limit()), Number::new, number -> number, CURSORS);
    }

    @Get("/things/{accountId}")
    @RequiresPermission(Permission.ACCOUNTS_READ)
    @Performs(GetAccount.class)
    Map<String, String> thing(@Authenticated Caller caller, String accountId) {
        return Map.of("accountId", Parameter.parse("accountId", accountId, AccountId::parse).toString());
    }

    @Get("/query")
    @RequiresPermission(Permission.ACCOUNTS_READ)
    Map<String, String> query(@Authenticated Caller caller, @QueryValue("accountId") String account) {
        return Map.of("accountId", Parameter.parse("accountId", account, AccountId::parse).toString());
    }

    @Post("/refused")
    @RequiresPermission(Permission.ACCOUNTS_READ)
    void refused(@Authenticated Caller caller) {
        throw new BusinessException(new Forbidden("Not today."));
    }

    @Post("/overloaded")
    @RequiresPermission(Permission.ACCOUNTS_READ)
    void overloaded(@Authenticated Caller caller) {
        throw new BusinessException(new ServiceUnavailable());
    }

    @Get("/broken")
    @RequiresPermission(Permission.ACCOUNTS_READ)
    String broken(@Authenticated Caller caller) {
        LoggerFactory.getLogger(ProbeController.class).info("about to break");
        throw new IllegalStateException("SELECT secret FROM dev.corridor.Table");
    }

    @Post("/broken")
    @Consumes(MediaType.ALL)
    String brokenAfterwards(@Authenticated Caller caller) {
        throw new IllegalStateException("after the commit");
    }

    @Get("/unwritable")
    @RequiresPermission(Permission.ACCOUNTS_READ)
    Object unwritable(@Authenticated Caller caller) {
        return new Unwritable("secret");
    }

    /** Nobody taught the serializer about it. */
    record Unwritable(String secret) {}
}
