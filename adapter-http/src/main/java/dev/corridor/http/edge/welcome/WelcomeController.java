package dev.corridor.http.edge.welcome;

import dev.corridor.http.edge.html.HtmlPage;
import dev.corridor.http.edge.request.Accept;
import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.web.router.Router;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The front door, and the guide for developers. It leads only to what this service has: a program may embed the API without the portal. */
@Hidden
@Controller
final class WelcomeController {

    private static final String NAME = "Corridor";
    private static final String PURPOSE = "An open payments backend: accounts, conversions, and payouts to banks and blockchains.";
    private static final String GUIDE = "dev/corridor/http/edge/welcome/integrate.md";

    private final Welcome welcome;
    private final HtmlPage page;
    private final String guide;

    /** For programs. */
    @Serdeable
    record Welcome(String name, String description, Map<String, String> links) {}

    WelcomeController(Router router, ResourceLoader resources) {
        var paths = router.uriRoutes()
                .filter(route -> route.getPort() == null) // Health may have a port of its own.
                .map(route -> route.getUriMatchTemplate().toPathString())
                .collect(Collectors.toSet());
        var signposts = Stream.of(Signpost.values()).filter(signpost -> paths.contains(signpost.path())).toList();
        var links = new LinkedHashMap<String, String>();
        signposts.forEach(signpost -> links.put(signpost.toString(), signpost.path()));
        this.welcome = new Welcome(NAME, PURPOSE, links);
        this.page = page(signposts);
        this.guide = text(resources, GUIDE);
    }

    @Get
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    HttpResponse<?> welcome(HttpRequest<?> request) {
        boolean isForPeople = Accept.of(request).prefers(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON);
        var answer = isForPeople ? page.answer() : HttpResponse.ok(welcome).contentType(MediaType.APPLICATION_JSON_TYPE);
        return answer.toMutableResponse().header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    /** As it is written, in Markdown, which browsers show as text. */
    @Get("/guide")
    @Produces(MediaType.TEXT_PLAIN)
    HttpResponse<String> guide() {
        return HttpResponse.ok(guide).contentType("text/plain;charset=utf-8");
    }

    private static HtmlPage page(List<Signpost> signposts) {
        var rows = signposts.stream()
                .map(signpost -> "<tr><td><a href=\"%s\">%s</a></td><td>%s</td></tr>\n".formatted(signpost.path(), signpost.title(), signpost.text()))
                .collect(Collectors.joining());
        return new HtmlPage("Welcome", "<h1>%s</h1>\n<p>%s</p>\n<table>\n%s</table>\n".formatted(NAME, PURPOSE, rows));
    }

    private static String text(ResourceLoader resources, String name) {
        try (var content = resources.getResourceAsStream("classpath:" + name).orElseThrow(() -> new IllegalStateException("the jar lacks " + name))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
