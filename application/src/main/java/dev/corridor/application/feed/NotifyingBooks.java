package dev.corridor.application.feed;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.Decision;
import dev.corridor.application.books.Subjects;

/** Books that say at once when something has happened in them, so that who follows need not wait. */
public final class NotifyingBooks implements Books {

    private final Books books;
    private final EventFeed feed;

    public NotifyingBooks(Books books, EventFeed feed) {
        this.books = books;
        this.feed = feed;
    }

    @Override
    public <R> R decide(Subjects subjects, Decision<R> decision) {
        var answer = books.decide(subjects, decision);
        feed.wake();
        return answer;
    }
}
