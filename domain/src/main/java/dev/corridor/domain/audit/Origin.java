package dev.corridor.domain.audit;

/**
 * Where a request came from.
 *
 * @param requestId finds the request in the log; empty if there was no request
 * @param address of the client, as text; empty if it did not come over a network
 */
public record Origin(String requestId, String address) {

    /** The operator on the server's command line. */
    public static final Origin CONSOLE = new Origin("", "");
}
