package dev.corridor.http.edge.welcome;

import java.util.Locale;

/** Where the front door leads, for people and programs. */
enum Signpost {
    PORTAL("/portal", "The portal", "Balances, payments and keys of your organization, in the browser."),
    DOCS("/docs", "The reference", "Every operation of the API, to be tried at once."),
    GUIDE("/guide", "The guide", "From the first payment to real money, in curl, TypeScript, Java and Python."),
    ERRORS("/errors", "The errors", "Every code: what it means, what to do, and how to meet it in the sandbox."),
    CATALOGUE("/v1/errors", "The errors as data", "The same for programs."),
    OPENAPI("/openapi.yaml", "OpenAPI", "The description of the API, from which clients are made."),
    ASYNCAPI("/asyncapi.yaml", "AsyncAPI", "The description of the feed's messages."),
    HEALTH("/health", "Health", "Whether the service and its database work.");

    private final String path;
    private final String title;
    private final String text;

    Signpost(String path, String title, String text) {
        this.path = path;
        this.title = title;
        this.text = text;
    }

    String path() {
        return path;
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    /** Its name in JSON. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
