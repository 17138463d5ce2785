package dev.corridor.http.edge.route;

/** The filters that check a request before its body is read, in their order; docs/order-of-checks.md explains it. */
public final class CheckOrder {

    /** Around the checks, so that what a check refuses is told of as well. */
    public static final int RATE_LIMIT_HEADERS = -10;

    public static final int AUTHENTICATION = 0;
    public static final int LIMITS = 10;
    public static final int PERMISSION = 20;

    /** After all that is checked in earnest. */
    public static final int SANDBOX_TRIGGER = 30;

    private CheckOrder() {}
}
