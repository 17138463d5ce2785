package dev.corridor.http.edge.problem;

import dev.corridor.domain.error.BusinessError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One entry of the catalogue while it is written down; see {@link ErrorCode}. */
final class Entry<E extends BusinessError> {

    final Optional<Class<E>> error;
    final Category category;
    final List<Detail<E>> details = new ArrayList<>();
    String title = "";
    String meaning = "";
    String advice = "";
    Consequence consequence;
    int waitSeconds;

    /** The version of Corridor that answers it for the first time. */
    final String since = "0.1";

    private Entry(Optional<Class<E>> error, Category category) {
        this.error = error;
        this.category = category;
    }

    /** What the business refuses. */
    static <E extends BusinessError> Entry<E> refusal(Class<E> error, Category category) {
        return new Entry<>(Optional.of(error), category);
    }

    /** What no rule of the business raises. */
    static Entry<BusinessError> fault(Category category) {
        return new Entry<>(Optional.empty(), category);
    }

    Entry<E> means(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
        return this;
    }

    Entry<E> advises(String advice) {
        this.advice = advice;
        return this;
    }

    Entry<E> leaves(Outcome outcome, Retry retry) {
        this.consequence = new Consequence(outcome, retry);
        return this;
    }

    /** The same request may be answered otherwise when so much time has passed. */
    Entry<E> passesWithin(int seconds) {
        this.waitSeconds = seconds;
        return this;
    }

    Entry<E> tells(String name, DetailType type, Function<E, ?> read) {
        details.add(new Detail<>(name, type, read));
        return this;
    }
}
