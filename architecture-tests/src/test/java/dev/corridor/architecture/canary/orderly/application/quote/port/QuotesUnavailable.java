package dev.corridor.architecture.canary.orderly.application.quote.port;

/** A failure that a port announces lies beside it. */
public final class QuotesUnavailable extends Exception {

    private static final long serialVersionUID = 1L;
}
