package dev.corridor.domain.audit;

/**
 * From where something was asked for.
 *
 * @param requestId finds the request in the log; empty if it did not come as one
 * @param address of the client, as text; empty if it did not come over a network
 */
public record Origin(String requestId, String address) {

    /** The operator at the machine itself. */
    public static final Origin CONSOLE = new Origin("", "");
}
