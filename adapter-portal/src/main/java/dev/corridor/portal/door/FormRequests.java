package dev.corridor.portal.door;

import dev.corridor.application.idempotency.AnsweredBefore;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Lets a form take effect once, however often its button is pressed: the page names the request by a random key, as a program does with {@code
 * Idempotency-Key}.
 */
@Singleton
public final class FormRequests {

    /** The field that names the request. */
    public static final String KEY = "requestKey";

    private static final String REFUSED = "refused ";

    private final InstantSource clock;

    FormRequests(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * What a form has brought about.
     *
     * @param id of it
     * @param result empty if an earlier press of the button has brought it about
     */
    public record Taken<R>(String id, Optional<R> result) {}

    public static String freshKey() {
        return UUID.randomUUID().toString();
    }

    /**
     * @param path of the form
     * @param id names the result
     */
    public <R> Taken<R> take(Visitor visitor, Form form, String path, Function<R, ?> id, Function<Once<R>, R> useCase) {
        var once = Once.<R>perKey(
                new Once.Request(key(visitor, form, path), fingerprint(form), clock.instant()),
                result -> id.apply(result).toString(),
                error -> REFUSED + error.code());
        try {
            var result = useCase.apply(once);
            return new Taken<>(id.apply(result).toString(), Optional.of(result));
        } catch (AnsweredBefore before) {
            return new Taken<>(earlier(before.remembered().answer()), Optional.empty());
        }
    }

    private static String earlier(String answer) {
        if (answer.startsWith(REFUSED)) {
            throw new BusinessException(new InvalidRequest(
                    "This form was sent before, and refused: " + answer.substring(REFUSED.length()) + ". Open it again to send another one."));
        }
        return answer;
    }

    private static IdempotencyKey key(Visitor visitor, Form form, String path) {
        var key = form.find(KEY).filter(text -> text.length() <= IdempotencyKey.MAX_LENGTH)
                .orElseThrow(() -> new BusinessException(new InvalidRequest("The form is incomplete. Open it again.")));
        return new IdempotencyKey(visitor.caller().organization(), key, "POST", path);
    }

    private static Fingerprint fingerprint(Form form) {
        var asked = new TreeMap<String, Object>();
        form.fields().keySet().forEach(name -> asked.put(name, form.all(name)));
        asked.remove(KEY);
        asked.remove(Form.TOKEN);
        return Fingerprint.of(Map.of(), asked);
    }
}
