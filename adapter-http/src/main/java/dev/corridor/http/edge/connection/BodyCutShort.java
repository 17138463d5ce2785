package dev.corridor.http.edge.connection;

import java.nio.channels.ClosedChannelException;

/** Reading has ended before the body was complete. The framework takes it for a connection that the client closed. */
public final class BodyCutShort extends ClosedChannelException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    BodyCutShort(String reason) {
        this.reason = reason;
    }

    /** For the client. */
    @Override
    public String getMessage() {
        return reason;
    }

    /** The client's fault, of which no stack trace is logged. */
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
