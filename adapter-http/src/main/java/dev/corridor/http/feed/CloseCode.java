package dev.corridor.http.feed;

/** Why the server ends a connection. The first is of RFC 6455, section 7.4.1; those from 4100 on are ours and mean the same for good. */
enum CloseCode {
    /** The server ends; connect again, perhaps to another node. */
    GOING_AWAY(1001, "the server is shutting down"),

    /** It read too slowly for what there was to tell. Go on from the last sequence. */
    TOO_SLOW(4100, "too slow for what there is to tell"),

    /** What let it in would not let it in any more, or something else about it has changed. */
    ACCESS_ENDED(4101, "the key was revoked, has expired or was changed"),

    /** Its organization has closed it. */
    CLOSED_BY_REQUEST(4102, "closed by request"),

    /** It gave no sign of life. */
    SILENT(4103, "no sign of life"),

    /** It was never let in. */
    REFUSED(4104, "refused"),

    /** The service pauses. */
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
