package dev.corridor.architecture.canary.disorderly.application.books;

public interface Books {

    void write(OpenBooks books);
}
