package dev.corridor.application.books;

/** The books. A decision sees the aggregates it asked for, locked, and all it records is kept, or none of it. */
public interface Books {

    /**
     * Takes a decision and answers what it answered, once all it recorded is on disk. If the decision throws, nothing is kept.
     *
     * @throws dev.corridor.domain.error.BusinessException if the decision refuses
     */
    <R> R decide(Subjects subjects, Decision<R> decision);
}
