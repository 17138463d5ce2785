package dev.corridor.architecture.canary.disorderly.http.quote;

import dev.corridor.architecture.canary.disorderly.application.books.Books;

record ControllerThatTouchesTheBooks(Books books) {}
