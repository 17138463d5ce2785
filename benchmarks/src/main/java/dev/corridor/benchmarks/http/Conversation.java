package dev.corridor.benchmarks.http;

/** What one client says: the requests of a round, one after the other, and then the next round. Used by one thread. */
public interface Conversation {

    /** How many requests make a round. */
    int steps();

    /** The bytes to send. */
    byte[] request(int step);

    /** Takes what the next request needs. False if the answer is not the one that was hoped for: then the client begins a new round. */
    boolean accept(int step, Answer answer);

    /** Whether there is another round to begin. */
    default boolean hasMore() {
        return true;
    }
}
