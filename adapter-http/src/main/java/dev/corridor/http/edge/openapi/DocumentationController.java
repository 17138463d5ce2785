package dev.corridor.http.edge.openapi;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.money.AssetCatalogue;
import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.Router;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/**
 * Serves the descriptions of the API and its feed, and a browsable reference made from it. Everything comes out of the jar: the pages work without the
 * internet, and their content security policy forbids them to ask anybody else.
 */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class DocumentationController {

    private static final String GENERATED = "META-INF/swagger/corridor.yml";
    private static final String WEBJAR = "META-INF/resources/webjars/swagger-ui/";
    private static final String WEBJAR_VERSION = "META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String OURS = "dev/corridor/http/edge/openapi/";
    private static final String POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    /** A connection leaves nothing else in the header, however a client has put it. */
    private static final String AS_GZIP = "gzip";

    private static final MediaType YAML = MediaType.of("application/yaml");
    private static final MediaType SCRIPT = MediaType.of("text/javascript");

    private final ResourceLoader resources;
    private final Encodings openApi;
    private final Encodings asyncApi;
    private final Map<String, Page> pages;

    private record Page(String resource, MediaType type) {}

    /** A document in both of its encodings. */
    private record Encodings(Representation plain, Representation packed) {

        static Encodings of(String yaml) {
            var plain = Representation.of(bytesOf(yaml), YAML);
            return new Encodings(plain, plain.packed());
        }

        HttpResponse<byte[]> answerTo(HttpRequest<?> request) {
            return (AS_GZIP.equals(request.getHeaders().get(HttpHeaders.ACCEPT_ENCODING)) ? packed : plain).answerTo(request);
        }
    }

    DocumentationController(ResourceLoader resources, Router router, AssetCatalogue assets) {
        this.resources = resources;
        var description = ApiDescription.complete(open(GENERATED), ours("frame.yaml"), ours("story.yaml"), router, assets);
        this.openApi = Encodings.of(description);
        this.asyncApi = Encodings.of(AsyncDescription.complete(ours("asyncapi.yaml"), new ByteArrayInputStream(bytesOf(description))));
        var webjar = WEBJAR + webjarVersion() + "/";
        this.pages = Map.of(
                "swagger-ui.css", new Page(webjar + "swagger-ui.css", MediaType.of("text/css")),
                "swagger-ui-bundle.js", new Page(webjar + "swagger-ui-bundle.js", SCRIPT),
                "favicon-32x32.png", new Page(webjar + "favicon-32x32.png", MediaType.of("image/png")),
                "docs.js", new Page(OURS + "docs.js", SCRIPT));
    }

    @Get("/openapi.yaml")
    @Produces("application/yaml")
    HttpResponse<byte[]> description(HttpRequest<?> request) {
        return openApi.answerTo(request);
    }

    @Get("/asyncapi.yaml")
    @Produces("application/yaml")
    HttpResponse<byte[]> feed(HttpRequest<?> request) {
        return asyncApi.answerTo(request);
    }

    @Get("/docs")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<byte[]> reference() {
        return page(new Page(OURS + "docs.html", MediaType.TEXT_HTML_TYPE));
    }

    @Get("/docs/{name}")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> part(String name) {
        var page = pages.get(name);
        if (page == null) {
            throw new BusinessException(new NotFound("Route"));
        }
        return page(page);
    }

    private HttpResponse<byte[]> page(Page page) {
        try (var content = open(page.resource)) {
            return HttpResponse.ok(content.readAllBytes()).contentType(page.type).header("Content-Security-Policy", POLICY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String webjarVersion() {
        try (var content = open(WEBJAR_VERSION)) {
            var properties = new Properties();
            properties.load(content);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytesOf(String yaml) {
        return yaml.getBytes(StandardCharsets.UTF_8);
    }

    private InputStream ours(String name) {
        return open(OURS + name);
    }

    private InputStream open(String resource) {
        return resources.getResourceAsStream("classpath:" + resource)
                .orElseThrow(() -> new IllegalStateException("the jar lacks " + resource));
    }
}
