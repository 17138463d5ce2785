package dev.corridor.service.wiring;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.RememberRefusalService;
import dev.corridor.application.idempotency.RememberRefusal;
import dev.corridor.application.idempotency.port.ExpiredAnswers;
import dev.corridor.persistence.idempotency.PostgresExpiredAnswers;
import dev.corridor.service.operation.Upkeep;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Idempotency records: their port, use case and upkeep. */
@Factory
final class IdempotencyFactory {

    @Singleton
    ExpiredAnswers expiredAnswers(DataSource dataSource) {
        return new PostgresExpiredAnswers(dataSource);
    }

    @Singleton
    RememberRefusal rememberRefusal(Books books) {
        return new RememberRefusalService(books);
    }

    @Singleton
    Upkeep answerRemoval(ExpiredAnswers answers, InstantSource clock) {
        return Upkeep.every(Duration.ofMinutes(1), "removing answers", () -> answers.remove(clock.instant())).notBefore(Duration.ofMinutes(1));
    }
}
