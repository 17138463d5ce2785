package dev.corridor.application.feed;

import dev.corridor.application.books.Books;
import dev.corridor.application.books.Decision;
import dev.corridor.application.books.Subjects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Books that wake the event feed after each commit, so that followers do not wait for the next poll. */
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

    @Override
    public <R> CompletionStage<R> begin(Subjects subjects, Decision<R> decision, Executor answers) {
        return books.begin(subjects, decision, answers).thenApply(answer -> {
            feed.wake();
            return answer;
        });
    }
}
