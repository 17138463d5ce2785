package dev.corridor.http.edge.html;

import io.micronaut.http.HttpResponse;

/**
 * A static page for people, without scripts. Nothing in it is taken from a request.
 *
 * @param title without the name of the service
 * @param body in HTML
 */
public record HtmlPage(String title, String body) {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

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
            <main>
            %s</main>
            </body>
            </html>
            """;

    public HttpResponse<String> answer() {
        return HttpResponse.ok(FRAME.formatted(title, body)).contentType("text/html;charset=utf-8").header("Content-Security-Policy", POLICY);
    }
}
