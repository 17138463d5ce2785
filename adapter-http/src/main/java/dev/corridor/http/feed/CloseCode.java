package dev.corridor.http.feed;

/** Why the server closes a connection. 1001 is from RFC 6455, section 7.4.1; those from 4100 on are ours and never change. */
enum CloseCode {
    /** The node shuts down; reconnect, perhaps to another one. */
    GOING_AWAY(1001, "the server is shutting down"),

    /** Back-pressure: the client read too slowly. Resume from the last sequence. */
    TOO_SLOW(4100, "too slow for what there is to tell"),

    /** Its authentication is no longer valid, or the caller has changed. */
    ACCESS_ENDED(4101, "the key was revoked, has expired or was changed"),

    /** The organization closed it over HTTP. */
    CLOSED_BY_REQUEST(4102, "closed by request"),

    /** It did not answer a ping. */
    SILENT(4103, "no sign of life"),

    /** It was not authenticated. */
    REFUSED(4104, "refused"),

    /** The service is under maintenance. */
    MAINTENANCE(4105, "maintenance");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
