package dev.corridor.benchmarks.http;

/** A client's requests, in rounds of fixed steps. Confined to one thread. */
public interface Conversation {

    /** The requests per round. */
    int steps();

    byte[] request(int step);

    /** Reads the response. False if it is not the expected one: then a new round begins. */
    boolean accept(int step, Answer answer);

    /** Whether another round follows. */
    default boolean hasMore() {
        return true;
    }
}
