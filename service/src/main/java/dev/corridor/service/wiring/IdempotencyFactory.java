package dev.corridor.service.wiring;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.RememberRefusalService;
import dev.corridor.application.idempotency.RememberRefusal;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Who remembers refusals that the books have not seen. */
@Factory
final class IdempotencyFactory {

    @Singleton
    RememberRefusal rememberRefusal(Books books) {
        return new RememberRefusalService(books);
    }
}
