package dev.corridor.http.edge.catalogue;

import dev.corridor.http.edge.dialect.DialectName;
import dev.corridor.http.edge.dialect.Place;
import dev.corridor.http.edge.html.HtmlPage;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.SandboxWay;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The HTML pages of the error catalogue. Their content is static: nothing is taken from a request. */
final class CataloguePage {

    private static final Pattern CODE_SPAN = Pattern.compile("`([^`]+)`");

    private static final String DETAILED = """
            <p class="path"><a href="/errors">Errors</a> / <code>%s</code></p>
            <h1>%s</h1>
            <p>%s</p>
            <h2>What to do</h2>
            <p>%s</p>
            <h2>What became of the request</h2>
            <table>
            <tr><th><code>Corridor-Outcome</code></th><td><code>%s</code></td></tr>
            <tr><th><code>Corridor-Retry</code></th><td><code>%s</code></td></tr>
            </table>
            <p class="note">This is what it usually means. The headers of the answer say what it means for one request.</p>
            %s<h2>In each error contract</h2>
            <table>
            <tr><th>contract</th><th>status</th><th>code</th></tr>
            %s</table>
            <h2>In the sandbox</h2>
            <p>%s</p>
            <p class="note">Category %s. Since version %s.</p>
            """;

    private CataloguePage() {}

    static HtmlPage listing(ErrorCode... codes) {
        var rows = Arrays.stream(codes)
                .map(code -> "<tr><td><a href=\"%s\"><code>%s</code></a></td><td>%d</td><td>%s</td></tr>\n"
                        .formatted(code.page(), code, code.status(), text(code.declaration().title())))
                .collect(Collectors.joining());
        return new HtmlPage(
                "Errors",
                """
                <h1>Errors</h1>
                <p>Every failure has one of these codes, in the header <code>Corridor-Code</code>. A code never changes.</p>
                <table>
                <tr><th>code</th><th>status</th><th>what it says</th></tr>
                %s</table>
                <p class="note">As data: <a href="/v1/errors">/v1/errors</a></p>
                """.formatted(rows));
    }

    static HtmlPage of(ErrorCode code, Map<DialectName, Place> places) {
        var declared = code.declaration();
        return new HtmlPage(
                code.toString(),
                DETAILED.formatted(
                        code,
                        text(declared.title()),
                        text(declared.meaning()),
                        text(declared.advice()),
                        declared.consequence().outcome(),
                        declared.consequence().retry(),
                        details(code),
                        rows(places),
                        text(sandboxWay(code)),
                        code.kind(),
                        ErrorResponse.FIRST_VERSION));
    }

    private static String details(ErrorCode code) {
        if (code.details().isEmpty()) {
            return "";
        }
        return code.details().stream()
                .map(detail -> "<tr><td><code>%s</code></td><td>%s</td></tr>\n".formatted(detail.name(), detail.type()))
                .collect(Collectors.joining("", "<h2>Details</h2>\n<table>\n<tr><th>name</th><th>type</th></tr>\n", "</table>\n"));
    }

    private static String rows(Map<DialectName, Place> places) {
        return places.entrySet().stream()
                .map(place -> "<tr><td>%s</td><td>%d</td><td>%s</td></tr>\n"
                        .formatted(place.getKey(), place.getValue().status(), codeOf(place.getValue())))
                .collect(Collectors.joining());
    }

    private static String codeOf(Place place) {
        return place.code().isEmpty() ? "none" : "<code>" + place.code() + "</code>";
    }

    private static String sandboxWay(ErrorCode code) {
        var way = code.sandboxWay();
        return way.onDemand() ? way.text() + " Send it with `" + SandboxWay.TRIGGER + ": " + code + "`." : way.text();
    }

    /** The catalogue uses no Markdown but code spans. */
    private static String text(String markdown) {
        var escaped = markdown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return CODE_SPAN.matcher(escaped).replaceAll("<code>$1</code>");
    }
}
