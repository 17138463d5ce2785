package dev.corridor.http.edge.body;

import java.io.IOException;

/** The body is not the expected JSON; the message is a sentence for the client. */
final class MalformedJson extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedJson(String sentence) {
        super(sentence);
    }
}
