package dev.corridor.client;

/** What answered is not Corridor, or not this version of its API. */
public final class UnexpectedAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String body;

    UnexpectedAnswerException(int status, String body, String reason) {
        super("an answer of status " + status + " that is not Corridor's: " + reason);
        this.status = status;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public String body() {
        return body;
    }
}
