package dev.corridor.portal.operator;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.Markup;
import dev.corridor.portal.page.Refusal;
import io.micronaut.http.MutableHttpResponse;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the forms of operators have in common. */
final class Answers {

    private Answers() {}

    /**
     * Does it and reads the page anew; a refusal is shown where the form stands. What is not there has no form.
     *
     * @param page with the refusal
     */
    static MutableHttpResponse<?> done(Runnable act, String path, Function<Refusal, Markup> page) {
        try {
            act.run();
            return Html.redirect(path);
        } catch (BusinessException refusal) {
            if (refusal.error() instanceof NotFound) {
                throw refusal;
            }
            return Html.refused(page.apply(Refusal.of(refusal.error())));
        }
    }

    /** An id in a path, or no such page. */
    static <T> T id(Function<String, T> parser, String text, String what) {
        return orNone(() -> parser.apply(text), what);
    }

    private static <T> T orNone(Supplier<T> parsed, String what) {
        try {
            return parsed.get();
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new NotFound(what));
        }
    }
}
