package dev.corridor.http.access;

/** The filters that check a request before its body is read, in their order; docs/order-of-checks.md explains it. */
public final class CheckOrder {

    /** Around the checks, so that what a check refuses is told of as well. */
    static final int WHAT_IS_LEFT = -10;

    static final int WHO_IS_ASKING = 0;
    static final int HOW_OFTEN = 10;
    static final int WHAT_IS_ALLOWED = 20;

    /** After all that is checked in earnest. */
    public static final int WHAT_IS_REHEARSED = 30;

    private CheckOrder() {}
}
