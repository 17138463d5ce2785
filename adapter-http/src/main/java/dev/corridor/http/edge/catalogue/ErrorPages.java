package dev.corridor.http.edge.catalogue;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.http.edge.dialect.Dialects;
import dev.corridor.http.edge.html.HtmlPage;
import dev.corridor.http.edge.problem.ErrorCode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Public HTML pages of the catalogue: a list, and a page per code, which is also the {@code type} in problem+json. */
@Hidden
@Controller("/errors")
final class ErrorPages {

    private final HtmlPage list;
    private final Map<String, HtmlPage> pages;

    ErrorPages(Dialects dialects) {
        this.list = CataloguePage.listing(ErrorCode.values());
        this.pages = Arrays.stream(ErrorCode.values())
                .collect(Collectors.toUnmodifiableMap(ErrorCode::toString, code -> CataloguePage.of(code, dialects.placesOf(code))));
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> list() {
        return list.answer();
    }

    @Get("/{code}")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> page(String code) {
        var page = pages.get(code);
        if (page == null) {
            throw new BusinessException(new NotFound("Error code"));
        }
        return page.answer();
    }
}
