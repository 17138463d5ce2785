package dev.corridor.application.books;

import java.time.Instant;

/** How far the past is final. */
@FunctionalInterface
public interface SettledTime {

    /**
     * The present moment of the books, once all that was begun before it has ended: nothing is posted at an earlier time any more.
     *
     * @throws dev.corridor.domain.error.BusinessException {@code service_unavailable}, if that takes too long
     */
    Instant await();
}
