package dev.corridor.portal.page;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Pages as responses. */
public final class Html {

    /**
     * Everything comes from here, and no script or style stands in a page: markup that slipped into one could run nothing. Pages are shown in no
     * frame, their forms go nowhere else, and other sites learn no address of theirs.
     */
    public static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            HttpHeaders.CACHE_CONTROL, "no-store");

    private static final String TYPE = "text/html;charset=utf-8";

    private Html() {}

    public static MutableHttpResponse<byte[]> ok(Markup markup) {
        return answer(HttpStatus.OK, markup);
    }

    /** The page of a form that was refused. */
    public static MutableHttpResponse<byte[]> refused(Markup markup) {
        return answer(HttpStatus.UNPROCESSABLE_ENTITY, markup);
    }

    private static MutableHttpResponse<byte[]> answer(HttpStatus status, Markup markup) {
        var response = HttpResponse.<byte[]>status(status).contentType(TYPE);
        HEADERS.forEach(response::header);
        return response.body(bytesOf(markup));
    }

    /** To a page that is read anew: reloading it sends no form again. */
    public static MutableHttpResponse<?> redirect(String path) {
        var response = HttpResponse.status(HttpStatus.SEE_OTHER).header(HttpHeaders.LOCATION, path);
        HEADERS.forEach(response::header);
        return response;
    }

    public static byte[] bytesOf(Markup markup) {
        var text = new StringOutput();
        markup.writeTo(new OwaspHtmlTemplateOutput(text));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
