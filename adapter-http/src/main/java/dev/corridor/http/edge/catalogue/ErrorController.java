package dev.corridor.http.edge.catalogue;

import dev.corridor.http.edge.dialect.Dialects;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.route.PublicRoute;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Stream;

@Controller("/v1/errors")
@Tag(name = "Errors")
final class ErrorController {

    private final List<ErrorResponse> catalogue;

    ErrorController(Dialects dialects) {
        this.catalogue = Stream.of(ErrorCode.values()).map(code -> ErrorResponse.of(code, dialects.placesOf(code))).toList();
    }

    /** List all error codes: their meaning, their effect on the request, and their form in each error contract. */
    @Get
    @PublicRoute(always = true)
    ListResponse<ErrorResponse> listErrors(@RequestBean ErrorFilter filter) {
        return ListResponse.whole(catalogue.stream().filter(filter::admits).toList());
    }
}
