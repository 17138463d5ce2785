package dev.corridor.http.edge.body;

import java.io.IOException;

/** Text that is not the JSON that is wanted; the message is a sentence for its author. */
final class MalformedJson extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedJson(String sentence) {
        super(sentence);
    }
}
