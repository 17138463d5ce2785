package dev.corridor.http.edge.idempotency;

/** Is told of each answer that is given again. */
@FunctionalInterface
public interface ReplayMeter {

    void replayed();
}
