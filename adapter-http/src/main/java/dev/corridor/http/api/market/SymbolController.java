package dev.corridor.http.api.market;

import dev.corridor.application.market.ListSymbols;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/v1/symbols")
@Tag(name = "Market")
final class SymbolController {

    private final ListSymbols listSymbols;

    SymbolController(ListSymbols listSymbols) {
        this.listSymbols = listSymbols;
    }

    /** List the traded symbols. */
    @Get("/available")
    @Performs(ListSymbols.class)
    @RequiresPermission(Permission.QUOTES_READ)
    SymbolsResponse listSymbols(@Authenticated Caller caller, @RequestBean SymbolParameters parameters) {
        var command = parameters.toCommand(caller);
        return SymbolsResponse.of(listSymbols.list(command), command);
    }
}
