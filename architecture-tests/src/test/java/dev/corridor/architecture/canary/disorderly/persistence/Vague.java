package dev.corridor.architecture.canary.disorderly.persistence;

final class Vague {

    void fail() throws Exception {
        throw new Exception("something went wrong");
    }

    RuntimeException failLater() {
        return new RuntimeException("something went wrong");
    }
}
