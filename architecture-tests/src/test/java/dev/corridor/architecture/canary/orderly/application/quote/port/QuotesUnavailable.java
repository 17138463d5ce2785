package dev.corridor.architecture.canary.orderly.application.quote.port;

/** A port's exception may lie beside it. */
public final class QuotesUnavailable extends Exception {

    private static final long serialVersionUID = 1L;
}
