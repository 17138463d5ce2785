package dev.corridor.benchmarks.corridor;

import dev.corridor.benchmarks.http.Answer;
import dev.corridor.benchmarks.http.Conversation;

/** Repeats one read-only request. */
public final class Question implements Conversation {

    private final byte[] request;
    private final int expectedStatus;

    public Question(byte[] request, int expectedStatus) {
        this.request = request;
        this.expectedStatus = expectedStatus;
    }

    @Override
    public int steps() {
        return 1;
    }

    @Override
    public byte[] request(int step) {
        return request;
    }

    @Override
    public boolean accept(int step, Answer answer) {
        return answer.status() == expectedStatus;
    }
}
