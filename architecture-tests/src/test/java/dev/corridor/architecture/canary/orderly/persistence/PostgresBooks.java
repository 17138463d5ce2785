package dev.corridor.architecture.canary.orderly.persistence;

import dev.corridor.architecture.canary.orderly.application.books.Books;
import dev.corridor.architecture.canary.orderly.application.books.OpenBooks;

final class PostgresBooks implements Books {

    @Override
    public void write(OpenBooks books) {}
}
