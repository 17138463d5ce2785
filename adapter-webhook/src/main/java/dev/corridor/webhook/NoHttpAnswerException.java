package dev.corridor.webhook;

import java.io.IOException;

/** What an endpoint has sent is not an HTTP answer. */
final class NoHttpAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    NoHttpAnswerException(String message) {
        super(message);
    }
}
