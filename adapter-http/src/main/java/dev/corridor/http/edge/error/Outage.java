package dev.corridor.http.edge.error;

/** Tells from a failure that it is one of the database, which passes by itself, and that nothing of the request is kept. */
@FunctionalInterface
public interface Outage {

    boolean isIn(Throwable failure);
}
