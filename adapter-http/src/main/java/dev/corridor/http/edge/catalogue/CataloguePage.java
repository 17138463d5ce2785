package dev.corridor.http.edge.catalogue;

import dev.corridor.http.edge.dialect.DialectName;
import dev.corridor.http.edge.dialect.Place;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.SandboxWay;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An HTML page of the error catalogue. Its content is static: nothing is taken from the request. */
record CataloguePage(String html) {

    private static final Pattern CODE_SPAN = Pattern.compile("`([^`]+)`");

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s - Corridor</title>
            <style>
            :root { color-scheme: light dark; --ink: #1c2430; --soft: #5b6675; --line: #d9dfe7; --paper: #fff; --mark: #0b6e4f; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6eaf0; --soft: #9aa6b5; --line: #323c49; --paper: #14191f; --mark: #5fd0a8; }
            }
            body { margin: 0 auto; padding: 3rem 1.25rem; max-width: 44rem; background: var(--paper); color: var(--ink);
                   font: 1.05rem/1.6 system-ui, sans-serif; }
            h1 { margin: .2rem 0 1rem; font-size: 1.9rem; line-height: 1.2; }
            h2 { margin: 2.2rem 0 .5rem; font-size: 1.1rem; }
            a { color: var(--mark); }
            code { font: .92em ui-monospace, monospace; overflow-wrap: anywhere; }
            .path, .note { color: var(--soft); }
            table { width: 100%%; border-collapse: collapse; }
            th, td { padding: .45rem .8rem .45rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
            th { color: var(--soft); font-weight: 500; }
            </style>
            </head>
            <body>
            %s</body>
            </html>
            """;

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

    static CataloguePage listing(ErrorCode... codes) {
        var rows = Arrays.stream(codes)
                .map(code -> "<tr><td><a href=\"%s\"><code>%s</code></a></td><td>%d</td><td>%s</td></tr>\n"
                        .formatted(code.page(), code, code.status(), text(code.declaration().title())))
                .collect(Collectors.joining());
        return new CataloguePage(FRAME.formatted(
                "Errors",
                """
                <h1>Errors</h1>
                <p>Every failure has one of these codes, in the header <code>Corridor-Code</code>. A code never changes.</p>
                <table>
                <tr><th>code</th><th>status</th><th>what it says</th></tr>
                %s</table>
                <p class="note">As data: <a href="/v1/errors">/v1/errors</a></p>
                """.formatted(rows)));
    }

    static CataloguePage of(ErrorCode code, Map<DialectName, Place> places) {
        var declared = code.declaration();
        return new CataloguePage(FRAME.formatted(
                code,
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
                        ErrorResponse.FIRST_VERSION)));
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
