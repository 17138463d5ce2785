package dev.corridor.application.books;

/**
 * One step of the business, as a pure function: it reads the open books, calls the aggregates, records what changed, and answers or throws a
 * {@link dev.corridor.domain.error.BusinessException}. It does no input or output and keeps no state of its own, because an implementation
 * may run it together with others in one database transaction, or once more after a failure. What depends on the time asks the
 * books in here, where it has what it acts on: waiting for that may have taken a while.
 */
@FunctionalInterface
public interface Decision<R> {

    R take(OpenBooks books);
}
