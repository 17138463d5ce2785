package dev.corridor.application.books;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import java.time.Instant;

/** How far the past is final. */
@FunctionalInterface
public interface SettledTime {

    /**
     * The present moment of the books, once all that was begun before it has ended: nothing is posted at an earlier time any more.
     *
     * @throws BusinessException {@code service_unavailable}, if that takes too long
     */
    Instant await();

    /**
     * The same, for who wants to read what stood at an instant.
     *
     * @throws BusinessException {@code invalid_request}, if that is yet to come
     */
    default Instant awaitPast(Instant instant) {
        var now = await();
        if (instant.isAfter(now)) {
            throw new BusinessException(new InvalidRequest("What stands at " + instant + " is not known yet: it is " + now + "."));
        }
        return now;
    }
}
