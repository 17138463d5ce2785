package dev.corridor.architecture.canary.orderly.application.books;

public interface Books {

    void write(OpenBooks books);
}
