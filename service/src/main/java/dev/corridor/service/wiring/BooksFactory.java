package dev.corridor.service.wiring;

import dev.corridor.application.Spans;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.SettledTime;
import dev.corridor.application.feed.EventFeed;
import dev.corridor.application.feed.NotifyingBooks;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.persistence.BooksTime;
import dev.corridor.persistence.PostgresSettledTime;
import dev.corridor.persistence.books.PostgresBooks;
import dev.corridor.service.operation.BooksMeters;
import dev.corridor.service.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** The books, and the notification of the feed. */
@Factory
final class BooksFactory {

    /** Announces each decision to the feed. */
    @Singleton
    @Primary
    Books books(PostgresBooks books, EventFeed feed) {
        return new NotifyingBooks(books, feed);
    }

    @Singleton
    @Bean(preDestroy = "close")
    PostgresBooks postgresBooks(DataSource dataSource, AssetCatalogue assets, Settings settings, BooksTime time, BooksMeters meters) {
        var books = new PostgresBooks(dataSource, assets, settings.books(), time, meters);
        meters.watch(books);
        return books;
    }

    @Singleton
    BooksMeters booksMeters(MeterRegistry registry, Spans spans) {
        return new BooksMeters(registry, spans);
    }

    @Singleton
    BooksTime booksTime() {
        return BooksTime.of(ClockAndIds.RANDOM);
    }

    @Singleton
    SettledTime settledTime(DataSource dataSource, BooksTime time) {
        return new PostgresSettledTime(dataSource, time);
    }
}
